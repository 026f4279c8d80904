import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import { insertAt, removeAt, setAt } from '#console/pages/flows/draft/edit-text.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { Panel } from '#console/parts/panel.tsx';
import { useSay } from '#console/words/use-say.ts';
import type { Flow } from '#core/flows/flow.ts';
import styles from './checks.module.css';
import { newVersionWords, untilWords, words } from './words.ts';

type Target = Flow['targets'][number];

const UNTIL = ['saved', 'submitted', 'audited'] as const;

/** Which systems take the vouchers, how far each goes there, and what the source is told. */
export function Targets({ flow }: { readonly flow: Flow }) {
  const say = useSay(words);
  const { apply } = useEditor();
  const takers = useConnections((capabilities) => capabilities.includes('deliver:voucher'));
  const free = takers.filter(({ value }) => !flow.targets.some(({ connection }) => connection === value));
  const [next] = free;
  return (
    <Panel title={say('targets')} intro={takers.length === 0 ? say('noTaker') : say('targetsText')}>
      {flow.targets.map((target, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a target is its place in the list
        <TargetRow key={index} target={target} index={index} takers={takers} />
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={next === undefined}
        onClick={() =>
          next && apply((text) => insertAt(text, ['targets'], { connection: next.value, until: 'audited' }))
        }
      >
        {say('addTarget')}
      </Button>
      <Afterwards flow={flow} />
    </Panel>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface RowProps {
  readonly target: Target;
  readonly index: number;
  readonly takers: readonly Choice[];
}

function TargetRow({ target, index, takers }: RowProps) {
  const say = useSay(words);
  const sayUntil = useSay(untilWords);
  const { apply } = useEditor();
  const { connection, until } = target;
  const isKnown = takers.some(({ value }) => value === connection);
  const n = index + 1;
  const set = (key: keyof Target, value: string) =>
    apply((text) => setAt(text, ['targets', index, key], value));
  return (
    <div className={styles.target}>
      <Select<string>
        size="small"
        aria-label={say('target', { n })}
        value={connection}
        options={[...(isKnown ? [] : [{ value: connection, label: connection }]), ...takers]}
        onChange={(value) => set('connection', value)}
      />
      <span className="tz-faint">{say('until')}</span>
      <Select<Target['until']>
        size="small"
        aria-label={`${say('target', { n })} ${say('until')}`}
        value={until}
        options={UNTIL.map((value) => ({ value, label: sayUntil(value) }))}
        onChange={(value) => set('until', value)}
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={say('removeTarget', { n })}
        onClick={() => apply((text) => removeAt(text, ['targets', index]))}
      />
    </div>
  );
}

function Afterwards({ flow }: { readonly flow: Flow }) {
  const say = useSay(words);
  const sayVersion = useSay(newVersionWords);
  const { apply } = useEditor();
  const writers = useConnections((capabilities) => capabilities.includes('deliver:write-back'));
  const told = (flow.writeBack ?? []).map(({ connection }) => connection);
  const tell = (codes: readonly string[]) =>
    apply((text) =>
      codes.length === 0
        ? removeAt(text, ['writeBack'])
        : setAt(
            text,
            ['writeBack'],
            codes.map((connection) => ({ connection })),
          ),
    );
  return (
    <>
      <div className={styles.rule}>
        <span>{say('writeBack')}</span>
        <Select<string[]>
          size="small"
          mode="multiple"
          aria-label={say('writeBack')}
          style={{ maxInlineSize: 420 }}
          value={told}
          options={[...writers]}
          onChange={tell}
        />
      </div>
      <div className={styles.rule}>
        <span>{say('onNewVersion')}</span>
        <Select<'hold' | 'reverse'>
          size="small"
          aria-label={say('onNewVersion')}
          style={{ maxInlineSize: 260 }}
          value={flow.onNewVersion ?? 'hold'}
          options={(['hold', 'reverse'] as const).map((value) => ({ value, label: sayVersion(value) }))}
          onChange={(value) => apply((text) => setAt(text, ['onNewVersion'], value))}
        />
      </div>
    </>
  );
}

/** The connections whose connector can do this. */
function useConnections(can: (capabilities: readonly string[]) => boolean): Choice[] {
  const connectors = useTold(['/api/v1/connectors'], () => api.GET('/api/v1/connectors'));
  const connections = useTold(['/api/v1/connections'], () => api.GET('/api/v1/connections'));
  const able = new Set(
    connectors.data?.items.filter(({ capabilities }) => can(capabilities)).map(({ name }) => name),
  );
  return (connections.data?.items ?? [])
    .filter(({ connector }) => able.has(connector))
    .map(({ code, title }) => ({ value: code, label: `${title} (${code})` }));
}

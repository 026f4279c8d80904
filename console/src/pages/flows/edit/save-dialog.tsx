import { Modal } from 'antd';
import { useNavigate } from 'react-router';
import { api, told } from '#console/api/client.ts';
import { forgetHandedOver, rememberSamples } from '#console/pages/flows/draft/hand-over.ts';
import { readDraft } from '#console/pages/flows/draft/read-draft.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { diffFlows, type FlowChange } from '#core/flows/diff-flows.ts';
import { useEditor } from './editor-state.ts';
import { words } from './words.ts';

const SHOWN_MAX = 12;

interface Props {
  readonly code: string | null;
  readonly before: string | null;
  readonly close: () => void;
}

/** What changed, and the button that keeps it as a new draft version. */
export function SaveDialog({ code, before, close }: Props) {
  const say = useSay(words);
  const { draft, saved, samples } = useEditor();
  const navigate = useNavigate();
  const save = useChange({
    change: (text: string) =>
      told(
        api.POST('/api/v1/flows', {
          body: text,
          bodySerializer: (body) => String(body),
          headers: { 'content-type': 'application/yaml' },
        }),
      ),
    touches: [['/api/v1/flows']],
    done: ({ version }) => say('saved', { n: version }),
  });
  const keep = async () => {
    const version = await save.mutateAsync(draft.text);
    saved(draft.text);
    rememberSamples(version.flow, samples);
    forgetHandedOver();
    close();
    if (version.flow !== code) void navigate(`/flows/${version.flow}/edit`, { replace: true });
  };
  return (
    <Modal
      open
      title={say('saveTitle')}
      okText={say('save')}
      cancelText={say('cancel')}
      confirmLoading={save.isPending}
      onOk={() => void keep().catch(() => undefined)}
      onCancel={close}
    >
      <p>{say('saveText')}</p>
      {before === null ? <p>{say('firstVersion')}</p> : <Changes before={before} />}
    </Modal>
  );
}

function Changes({ before }: { readonly before: string }) {
  const say = useSay(words);
  const { draft, book } = useEditor();
  const old = readDraft(before, book.baseCurrency).flow;
  const changes = old && draft.flow ? diffFlows(old, draft.flow) : [];
  const rest = changes.length - SHOWN_MAX;
  return (
    <section aria-label={say('changes')}>
      <strong>{say('changes')}</strong>
      <ul className="tz-list">
        {changes.slice(0, SHOWN_MAX).map((one) => (
          <Change key={`${one.change} ${one.at}`} of={one} />
        ))}
        {rest > 0 ? <li>{say('moreChanges', { n: rest })}</li> : null}
      </ul>
    </section>
  );
}

function Change({ of }: { readonly of: FlowChange }) {
  const say = useSay(words);
  const { change, at, before, after } = of;
  return (
    <li>
      {say(change)} <span className="tz-code">{at}</span>
      {change === 'changed' ? (
        <span className="tz-faint">
          {' '}
          {short(before)} → {short(after)}
        </span>
      ) : null}
    </li>
  );
}

const SHORT = 48;

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text;
}

import { Alert, Button, Drawer, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { kindsOf } from '#console/parts/connecting/capabilities.ts';
import { ConnectorCards } from '#console/parts/connecting/connector-cards.tsx';
import { Diagnosis } from '#console/parts/connecting/diagnosis.tsx';
import { NewConnection } from '#console/parts/connecting/new-connection.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { BookChoice } from './book-choice.tsx';
import type { StepProps } from './new-flow-page.tsx';
import styles from './wizard.module.css';
import { isFlowCode, theOnly } from './wizard-state.ts';
import { words } from './words.ts';

type Connector = Schemas['Connector'];
type Connection = Schemas['Connection'];

interface Known extends StepProps {
  readonly connectors: readonly Connector[];
  readonly connections: readonly Connection[];
}

/** Where documents come from, the book they are posted to, and where vouchers go. */
export function PlacesStep(props: StepProps) {
  const connectors = useTold(['/api/v1/connectors'], () => api.GET('/api/v1/connectors'));
  const connections = useTold(['/api/v1/connections'], () => api.GET('/api/v1/connections'));
  return (
    <Told of={connectors}>
      {({ items: known }) => (
        <Told of={connections}>
          {({ items }) => {
            const all = { ...props, connectors: known, connections: items };
            return (
              <>
                <SourceChoice {...all} />
                <BookChoice {...props} isRehearsing={isRehearsing(items, props.state.connection)} />
                <TargetChoice {...all} />
                <Naming {...props} />
              </>
            );
          }}
        </Told>
      )}
    </Told>
  );
}

function isRehearsing(connections: readonly Connection[], code: string | null): boolean {
  return connections.some((one) => one.code === code && one.rehearsal !== null);
}

function SourceChoice(props: Known) {
  const { state, change, connectors, connections } = props;
  const say = useSay(words);
  const reader = language.use();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const wanted = connectors.find(({ name }) => name === state.template?.connector);
  const fitting = wanted ? connections.filter(({ connector }) => connector === wanted.name) : connections;
  const system = wanted?.title[reader] ?? '';
  const nameOf = ({ code, title, rehearsal }: Connection) =>
    `${title} (${code})${rehearsal ? ` · ${say('rehearsing')}` : ''}`;
  const choose = (code: string | null) => change({ connection: code, source: null });
  const only = theOnly(fitting.map(({ code }) => code));
  const fits = fitting.some(({ code }) => code === state.connection);
  useEffect(() => {
    // A connection of another system came with the address, or there is only one to choose.
    if (!fits && state.connection !== only) change({ connection: only, source: null });
  });
  return (
    <Panel title={say('sourceTitle')}>
      <div className={styles.form}>
        {fitting.length === 0 ? <Alert type="info" showIcon title={say('sourceNone', { system })} /> : null}
        <div className={styles.choose}>
          <Select
            aria-label={say('source')}
            placeholder={say('source')}
            value={fits ? state.connection : null}
            options={fitting.map((one) => ({ value: one.code, label: nameOf(one) }))}
            onChange={choose}
          />
          {may('connections:write') ? (
            <Button onClick={() => setOpen(true)}>{say('connectNew', { system })}</Button>
          ) : null}
        </div>
        {state.template ? null : <KindChoice {...props} />}
      </div>
      <Connecting {...props} wanted={wanted} isOpen={isOpen} close={() => setOpen(false)} />
    </Panel>
  );
}

function KindChoice({ state, change, connectors, connections }: Known) {
  const say = useSay(words);
  const connector = connections.find(({ code }) => code === state.connection)?.connector;
  const kinds = kindsOf(connectors.find(({ name }) => name === connector)?.capabilities ?? []);
  return (
    <Form layout="vertical">
      <Form.Item label={say('kind')}>
        {kinds.length > 0 ? (
          <Select
            aria-label={say('kind')}
            value={state.kind === '' ? null : state.kind}
            options={kinds.map((value) => ({ value, label: value }))}
            onChange={(kind) => change({ kind })}
          />
        ) : (
          <Input
            aria-label={say('kind')}
            value={state.kind}
            maxLength={100}
            onChange={(event) => change({ kind: event.target.value.trim() })}
          />
        )}
      </Form.Item>
    </Form>
  );
}

interface ConnectingProps extends Known {
  readonly wanted: Connector | undefined;
  readonly isOpen: boolean;
  readonly close: () => void;
}

/** Connects a system without leaving the wizard. */
function Connecting({ wanted, isOpen, close, ...props }: ConnectingProps) {
  const say = useSay(words);
  const reader = language.use();
  const [chosen, setChosen] = useState<Connector | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const connector = wanted ?? chosen;
  const finish = ({ code }: Connection) => {
    setMade(code);
    props.change({ connection: code, source: null });
  };
  return (
    <Drawer
      open={isOpen}
      onClose={close}
      afterOpenChange={(open) => !open && setMade(null)}
      size="large"
      title={say('connectTitle', { system: connector?.title[reader] ?? '' })}
      destroyOnHidden
      extra={
        made ? (
          <Button type="primary" onClick={close}>
            {say('next')}
          </Button>
        ) : null
      }
    >
      {connector ? null : <ConnectorCards connectors={props.connectors} choose={setChosen} />}
      {connector && made === null ? (
        <NewConnection
          connector={connector}
          taken={props.connections.map(({ code }) => code)}
          made={finish}
        />
      ) : null}
      {made === null ? null : <Diagnosis connection={made} atOnce />}
    </Drawer>
  );
}

function TargetChoice({ state, change, connectors, connections }: Known) {
  const say = useSay(words);
  const takers = new Set(
    connectors.filter(({ capabilities }) => capabilities.includes('deliver:voucher')).map(({ name }) => name),
  );
  const options = connections
    .filter(({ connector, code }) => takers.has(connector) && code !== state.connection)
    .map(({ code, title }) => ({ value: code, label: `${title} (${code})` }));
  return (
    <Panel title={say('targetTitle')} intro={say('targetText')}>
      <div className={styles.form}>
        <Select
          aria-label={say('target')}
          value={state.target}
          placeholder={say('targetKept')}
          allowClear
          options={options}
          onChange={(code?: string | null) => change({ target: code ?? null, source: null })}
        />
      </div>
    </Panel>
  );
}

function Naming({ state, change }: StepProps) {
  const say = useSay(words);
  const flows = useTold(['/api/v1/flows'], () => api.GET('/api/v1/flows'));
  const isTaken = flows.data?.items.some(({ code }) => code === state.code) ?? false;
  const trouble = isTaken ? say('codeTaken') : isFlowCode(state.code) ? null : say('codeInvalid');
  return (
    <Panel title={say('code')}>
      <Form layout="vertical" className={styles.form}>
        <Form.Item
          validateStatus={trouble === null ? '' : 'error'}
          help={trouble ?? undefined}
          extra={say('codeHelp')}
        >
          <Input
            aria-label={say('code')}
            value={state.code}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => change({ code: event.target.value, source: null })}
          />
        </Form.Item>
      </Form>
    </Panel>
  );
}

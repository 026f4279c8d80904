import { PlayCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Table } from 'antd';
import { Link } from 'react-router';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useChoices } from '#console/api/use-choices.ts';
import { useTold } from '#console/api/use-told.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { ProgressOfRun } from '#console/parts/progress-of-run.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { formatNumber } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { thingName } from '#core/trouble/thing-names.ts';
import { FlowStateTag } from './flow-state-tag.tsx';
import type { TabProps } from './flow-tab.ts';
import styles from './flows.module.css';
import { RUN_TONES } from './tones.ts';
import { triggerInWords } from './trigger/trigger-text.ts';
import { words as triggerWords } from './trigger/words.ts';
import { UploadFile } from './upload-file.tsx';
import { useSourceCapabilities } from './use-source.ts';
import { runStateWords, words } from './words.ts';

const RUNS = 8;

/** How a flow is doing: what waits for somebody, and its latest runs. */
export function OverviewTab({ flow, tag: _ }: TabProps) {
  const say = useSay(words);
  const may = useMay();
  return (
    <div className={styles.stack}>
      {flow.publishedVersion === null ? <PublishFirst code={flow.code} /> : null}
      {flow.held ? <Held flow={flow} held={flow.held} /> : null}
      <FactsPanel flow={flow} />
      {flow.publishedVersion !== null && may('runs:start') ? <UploadFile flow={flow} /> : null}
      {may('runs:read') ? <Runs flow={flow} title={say('runs')} /> : null}
    </div>
  );
}

function PublishFirst({ code }: { readonly code: string }) {
  const say = useSay(words);
  const action = (
    <LinkButton to={`/flows/${encodeURIComponent(code)}?tab=versions`} size="small">
      {say('toVersions')}
    </LinkButton>
  );
  return <Alert type="warning" showIcon title={say('publishFirst')} action={action} />;
}

function Held({ flow, held }: { readonly flow: Schemas['Flow']; readonly held: number }) {
  const say = useSay(words);
  const link = (
    <Link to={`/exceptions?state=open&flow=${encodeURIComponent(flow.code)}`}>
      {say('heldOpen', { n: held })}
    </Link>
  );
  return <Alert type="warning" showIcon title={link} />;
}

function FactsPanel({ flow }: { readonly flow: Schemas['Flow'] }) {
  const say = useSay(words);
  const sayTrigger = useSay(triggerWords);
  const reader = language.use();
  const { books, connections } = useChoices();
  const version = flow.publishedVersion ?? flow.newestVersion;
  return (
    <Panel title={say('overview')}>
      <Facts
        of={[
          [say('state'), <FlowStateTag key="state" flow={flow} />],
          [say('version'), say('versionN', { n: version })],
          [say('trigger'), triggerInWords(flow.trigger, sayTrigger)],
          [say('nextPoll'), <DateTime key="next" at={flow.enabled ? flow.nextPollAt : null} />],
          [
            say('from'),
            <Link key="from" to={`/connections/${encodeURIComponent(flow.connection)}`}>
              {connections.find(({ value }) => value === flow.connection)?.label ?? flow.connection}
            </Link>,
          ],
          [say('kind'), thingName(flow.kind, reader)],
          [say('book'), books.find(({ value }) => value === flow.book)?.label ?? flow.book],
          [say('held'), flow.held === 0 ? say('heldNone') : flow.held],
        ]}
      />
    </Panel>
  );
}

function Runs({ flow, title }: { readonly flow: Schemas['Flow']; readonly title: string }) {
  const say = useSay(words);
  const query = { connection: flow.connection, limit: RUNS };
  const runs = useTold(['/api/v1/runs', flow.code, 'latest'], () =>
    api.GET('/api/v1/runs', { params: { query } }),
  );
  const actions = (
    <>
      <LinkButton to={`/runs?flow=${encodeURIComponent(flow.code)}`}>{say('allRuns')}</LinkButton>
      <RunNow flow={flow} />
    </>
  );
  return (
    <Panel title={title} actions={actions} isFlush>
      <Told of={runs}>
        {({ items }) => (
          <RunTable runs={items.filter((run) => run.flow === null || run.flow === flow.code)} flow={flow} />
        )}
      </Told>
    </Panel>
  );
}

function RunNow({ flow }: { readonly flow: Schemas['Flow'] }) {
  const say = useSay(words);
  const may = useMay();
  const start = useChange({
    change: () => told(api.POST('/api/v1/flows/{flow}/runs', { params: { path: { flow: flow.code } } })),
    touches: [['/api/v1/runs'], ['/api/v1/flows']],
    done: ({ runId }) => say('started', { run: runId }),
  });
  const canCollect = useSourceCapabilities(flow.connection)?.some((one) => one.startsWith('collect:'));
  if (!canCollect || !may('runs:start') || flow.publishedVersion === null || !flow.enabled) return null;
  return (
    <Button icon={<PlayCircleOutlined />} loading={start.isPending} onClick={() => start.mutate()}>
      {say('runNow')}
    </Button>
  );
}

function RunTable({
  runs,
  flow,
}: {
  readonly runs: readonly Schemas['Run'][];
  readonly flow: Schemas['Flow'];
}) {
  const say = useSay(words);
  const sayState = useSay(runStateWords);
  const reader = language.use();
  const counts = ['collected', 'posted', 'held', 'ignored'] as const;
  if (runs.length === 0) {
    return (
      <EmptyState icon={<PlayCircleOutlined />} title={say('noRuns')}>
        {say(flow.publishedVersion === null ? 'noRunsDraft' : 'noRunsYet')}
      </EmptyState>
    );
  }
  return (
    <Table<Schemas['Run']>
      size="small"
      pagination={false}
      rowKey="id"
      dataSource={[...runs]}
      columns={[
        { key: 'run', title: say('run'), render: (_, { id }) => <span className="tz-code">{id}</span> },
        {
          key: 'state',
          title: say('state'),
          render: (_, { state }) => <StateTag tone={RUN_TONES[state] ?? 'quiet'}>{sayState(state)}</StateTag>,
        },
        {
          key: 'progress',
          title: say('progress'),
          width: 140,
          render: (_, run) => <ProgressOfRun run={run} />,
        },
        ...counts.map((count) => ({
          key: count,
          title: say(count),
          align: 'right' as const,
          className: 'tz-number',
          render: (_: unknown, run: Schemas['Run']) => formatNumber(run[count], reader),
        })),
        { key: 'begun', title: say('begun'), render: (_, { startedAt }) => <DateTime at={startedAt} /> },
      ]}
    />
  );
}

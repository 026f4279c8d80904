import { PlayCircleOutlined } from '@ant-design/icons';
import type { FilterOf } from '#console/api/list-path.ts';
import type { Schemas } from '#console/api/paths.ts';
import { labelOf, useChoices } from '#console/api/use-choices.ts';
import { actorText } from '#console/parts/actors/actor-text.ts';
import type { Column } from '#console/parts/column.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import type { Filter } from '#console/parts/filter-bar.tsx';
import { Page } from '#console/parts/page.tsx';
import { ProgressOfRun } from '#console/parts/progress-of-run.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag, type Tone } from '#console/parts/state-tag.tsx';
import { ToFlows } from '#console/parts/to-flows.tsx';
import { choicesOf } from '#console/words/choices-of.ts';
import { formatAgo } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { RunButtons } from './run-buttons.tsx';
import { stateWords, words } from './words.ts';

const TONES: Readonly<Record<Schemas['Run']['state'], Tone>> = {
  running: 'busy',
  collected: 'busy',
  done: 'good',
  failed: 'bad',
  paused: 'warn',
  cancelled: 'quiet',
};

/** Every run, newest first, with how far it is. */
export function RunsPage() {
  const say = useSay(words);
  return (
    <Page title={say('title')} intro={say('intro')}>
      <ServerTable
        label={say('title')}
        path="/api/v1/runs"
        rowKey={(run) => run.id}
        columns={useColumns()}
        filters={useFilters()}
        empty={
          <EmptyState icon={<PlayCircleOutlined />} title={say('emptyTitle')} action={<ToFlows />}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useFilters(): readonly Filter<FilterOf<'/api/v1/runs'>>[] {
  const say = useSay(words);
  const { connections, flows } = useChoices();
  const states = choicesOf(stateWords, useSay(stateWords));
  return [
    { kind: 'choice', name: 'state', label: say('state'), choices: states },
    { kind: 'choice', name: 'flow', label: say('flow'), choices: flows },
    { kind: 'choice', name: 'connection', label: say('connection'), choices: connections },
    { kind: 'days', from: 'startedFrom', until: 'startedTo', label: say('started') },
  ];
}

function useColumns(): readonly Column<'/api/v1/runs'>[] {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const reader = language.use();
  const { flows, connections } = useChoices();
  return [
    {
      key: 'run',
      title: say('run'),
      wideOnly: true,
      width: 90,
      show: (run) => <span className="tz-code">{run.id}</span>,
    },
    {
      key: 'flow',
      title: say('flow'),
      show: (run) => labelOf(flows, run.flow) ?? labelOf(connections, run.connection) ?? '—',
    },
    {
      key: 'state',
      title: say('state'),
      show: (run) => <StateTag tone={TONES[run.state]}>{sayState(run.state)}</StateTag>,
    },
    { key: 'progress', title: say('progress'), width: 160, show: (run) => <Progress run={run} /> },
    {
      key: 'collected',
      title: say('collected'),
      sort: 'collected',
      amount: true,
      show: (run) => run.collected,
    },
    { key: 'posted', title: say('posted'), sort: 'posted', amount: true, show: (run) => run.posted },
    { key: 'held', title: say('held'), sort: 'held', amount: true, show: (run) => run.held },
    {
      key: 'started',
      title: say('started'),
      sort: 'started',
      show: (run) => <DateTime at={run.startedAt} />,
    },
    {
      key: 'by',
      title: say('startedBy'),
      wideOnly: true,
      show: (run) => actorText(run.startedBy, run.startedByName, reader),
    },
    { key: 'actions', title: say('actions'), show: (run) => <RunButtons run={run} /> },
  ];
}

function Progress({ run }: { readonly run: Schemas['Run'] }) {
  const say = useSay(words);
  const reader = language.use();
  const rest = run.eta === null ? null : say('rest', { time: formatAgo(run.eta, new Date(), reader) });
  return (
    <div title={rest ?? undefined}>
      <ProgressOfRun run={run} />
    </div>
  );
}

import { SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { api } from '#console/api/client.ts';
import type { FilterOf } from '#console/api/list-path.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { labelOf, useChoices } from '#console/api/use-choices.ts';
import type { Column } from '#console/parts/column.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import type { Filter } from '#console/parts/filter-bar.tsx';
import { Page } from '#console/parts/page.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { ToFlows } from '#console/parts/to-flows.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { choicesOf } from '#console/words/choices-of.ts';
import { useSay } from '#console/words/use-say.ts';
import { TONES } from './states.ts';
import { kindWords, stateWords, words } from './words.ts';

type Delivery = Schemas['Delivery'];

/** Everything owed to the target systems, newest first. */
export function DeliveriesPage() {
  const say = useSay(words);
  const may = useMay();
  const redrive = useRedrive();
  return (
    <Page title={say('title')} intro={say('intro')}>
      <ServerTable
        label={say('title')}
        path="/api/v1/deliveries"
        rowKey={(delivery) => delivery.id}
        open={(delivery) => `/deliveries/${delivery.id}`}
        columns={useColumns()}
        filters={useFilters()}
        actions={
          may('deliveries:redrive')
            ? (rows, clear) => (
                <Button
                  size="small"
                  loading={redrive.isPending}
                  onClick={() => redrive.mutate(rows, { onSuccess: clear })}
                >
                  {say('redrive')}
                </Button>
              )
            : undefined
        }
        empty={
          <EmptyState icon={<SendOutlined />} title={say('emptyTitle')} action={<ToFlows />}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </Page>
  );
}

function useFilters(): readonly Filter<FilterOf<'/api/v1/deliveries'>>[] {
  const say = useSay(words);
  const { connections, flows } = useChoices();
  const states = [
    ...choicesOf(stateWords, useSay(stateWords)),
    { value: 'stopped', label: say('stoppedState') },
  ];
  return [
    { kind: 'text', name: 'number', label: say('targetNumber') },
    { kind: 'choice', name: 'state', label: say('state'), choices: states },
    { kind: 'choice', name: 'kind', label: say('kind'), choices: choicesOf(kindWords, useSay(kindWords)) },
    { kind: 'choice', name: 'connection', label: say('connection'), choices: connections },
    { kind: 'choice', name: 'flow', label: say('flow'), choices: flows },
    { kind: 'days', from: 'doneFrom', until: 'doneTo', label: say('done') },
    { kind: 'days', from: 'stoppedFrom', until: 'stoppedTo', label: say('stopped') },
  ];
}

function useRedrive() {
  const say = useSay(words);
  return useChange({
    change: async (rows: readonly Delivery[]) => {
      for (const { id } of rows) {
        await api.POST('/api/v1/deliveries/{delivery}/redrive', { params: { path: { delivery: id } } });
      }
      return rows.length;
    },
    touches: [['/api/v1/deliveries']],
    done: (n) => say('redriven', { n }),
  });
}

function useColumns(): readonly Column<'/api/v1/deliveries'>[] {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const sayKind = useSay(kindWords);
  const { connections } = useChoices();
  return [
    {
      key: 'key',
      title: say('businessKey'),
      show: (row) => <span className="tz-code">{row.businessKey}</span>,
    },
    { key: 'kind', title: say('kind'), show: (row) => sayKind(row.kind) },
    {
      key: 'connection',
      title: say('connection'),
      show: (row) => labelOf(connections, row.connection) ?? '—',
    },
    {
      key: 'state',
      title: say('state'),
      show: (row) => <StateTag tone={TONES[row.state]}>{sayState(row.state)}</StateTag>,
    },
    { key: 'number', title: say('targetNumber'), show: (row) => row.targetNumber ?? '—' },
    { key: 'attempts', title: say('attempts'), sort: 'attempts', amount: true, show: (row) => row.attempts },
    {
      key: 'created',
      title: say('created'),
      sort: 'created',
      show: (row) => <DateTime at={row.createdAt} />,
    },
    {
      key: 'done',
      title: say('done'),
      sort: 'done',
      wideOnly: true,
      show: (row) => <DateTime at={row.doneAt} />,
    },
  ];
}

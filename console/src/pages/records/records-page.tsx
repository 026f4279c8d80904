import { FileSearchOutlined } from '@ant-design/icons';
import { Link, useSearchParams } from 'react-router';
import type { FilterOf } from '#console/api/list-path.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useChoices } from '#console/api/use-choices.ts';
import type { Column } from '#console/parts/column.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import type { Filter } from '#console/parts/filter-bar.tsx';
import { Money } from '#console/parts/money.tsx';
import { Page } from '#console/parts/page.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { ToFlows } from '#console/parts/to-flows.tsx';
import { useSay } from '#console/words/use-say.ts';
import { TONES } from './states.ts';
import { stateWords, words } from './words.ts';

type Name = FilterOf<'/api/v1/records'>;

/** Everything that came in, found by whatever one knows of it. */
export function RecordsPage() {
  const say = useSay(words);
  return (
    <Page title={say('title')} intro={say('intro')}>
      <ServerTable
        label={say('title')}
        path="/api/v1/records"
        rowKey={(record) => record.id}
        open={(record) => `/records/${record.id}`}
        columns={useColumns()}
        filters={useFilters()}
        empty={
          <EmptyState icon={<FileSearchOutlined />} title={say('emptyTitle')} action={<ToFlows />}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </Page>
  );
}

const SEARCHABLE = ['waiting', 'posted', 'held', 'ignored', 'refused'] as const;

function useFilters(): readonly Filter<Name>[] {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const { connections, flows, books } = useChoices();
  const [search] = useSearchParams();
  const states = (names: readonly (typeof SEARCHABLE)[number][]) =>
    names.map((value) => ({ value, label: sayState(value) }));
  const always: readonly Filter<Name>[] = [
    { kind: 'text', name: 'q', label: say('search') },
    { kind: 'choice', name: 'state', label: say('state'), choices: states(SEARCHABLE) },
    { kind: 'choice', name: 'connection', label: say('connection'), choices: connections },
    { kind: 'choice', name: 'flow', label: say('flow'), choices: flows },
    { kind: 'text', name: 'amountFrom', label: say('amountFrom') },
    { kind: 'text', name: 'amountTo', label: say('amountTo') },
    { kind: 'days', from: 'dateFrom', until: 'dateTo', label: say('date') },
    { kind: 'days', from: 'receivedFrom', until: 'receivedTo', label: say('received') },
  ];
  const became = states(['posted', 'ignored']);
  // Those a figure of the overview, a run or another page leads here with.
  const linked: readonly Filter<Name>[] = [
    { kind: 'choice', name: 'became', label: say('became'), choices: became },
    { kind: 'days', from: 'becameFrom', until: 'becameTo', label: say('becameAt') },
    { kind: 'choice', name: 'book', label: say('book'), choices: books },
    { kind: 'text', name: 'run', label: say('run') },
    { kind: 'text', name: 'number', label: say('number') },
    { kind: 'text', name: 'voucher', label: say('voucher') },
    { kind: 'text', name: 'partner', label: say('partner') },
    { kind: 'text', name: 'externalId', label: say('theirId') },
  ];
  const isLinked = (filter: Filter<Name>) => search.has(filter.kind === 'days' ? filter.from : filter.name);
  return [...always, ...linked.filter(isLinked)];
}

function useColumns(): readonly Column<'/api/v1/records'>[] {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const { connections } = useChoices();
  const titleOf = (code: string) => connections.find(({ value }) => value === code)?.label ?? code;
  return [
    {
      key: 'number',
      title: say('number'),
      show: ({ document, externalId }) => document?.number ?? externalId,
    },
    {
      key: 'state',
      title: say('state'),
      show: ({ state }) => <StateTag tone={TONES[state]}>{sayState(state)}</StateTag>,
    },
    {
      key: 'date',
      title: say('date'),
      sort: 'date',
      show: ({ document }) => <span className="tz-number">{document?.date ?? '—'}</span>,
    },
    { key: 'partner', title: say('partner'), show: ({ document }) => document?.partner ?? '—' },
    {
      key: 'amount',
      title: say('amount'),
      sort: 'amount',
      amount: true,
      show: ({ document }) => <Amount document={document} />,
    },
    { key: 'voucher', title: say('voucher'), show: ({ voucher }) => <VoucherLink voucher={voucher} /> },
    { key: 'connection', title: say('connection'), show: ({ connection }) => titleOf(connection) },
    {
      key: 'theirId',
      title: say('theirId'),
      sort: 'externalId',
      wideOnly: true,
      show: ({ externalId }) => <span className="tz-code">{externalId}</span>,
    },
    {
      key: 'received',
      title: say('received'),
      sort: 'received',
      show: ({ receivedAt }) => <DateTime at={receivedAt} />,
    },
  ];
}

function Amount({ document }: Pick<Schemas['RecordFound'], 'document'>) {
  if (!document || document.amount === null) return '—';
  return <Money amount={document.amount} currency={document.currency ?? undefined} />;
}

function VoucherLink({ voucher }: Pick<Schemas['RecordFound'], 'voucher'>) {
  if (!voucher) return '—';
  return (
    <Link to={`/books/${voucher.book}/vouchers/${voucher.id}`} className="tz-number">
      {`${voucher.word}-${voucher.number}`}
    </Link>
  );
}

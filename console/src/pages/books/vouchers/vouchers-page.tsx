import { FileTextOutlined, PrinterOutlined } from '@ant-design/icons';
import { useSearchParams } from 'react-router';
import { api } from '#console/api/client.ts';
import type { FilterOf } from '#console/api/list-path.ts';
import type { Schemas } from '#console/api/paths.ts';
import { BookFrame } from '#console/pages/books/book-frame.tsx';
import { periodParts } from '#console/pages/books/periods.ts';
import { useAccounts, useBookCode, usePeriods } from '#console/pages/books/use-book.ts';
import { words as shared } from '#console/pages/books/words.ts';
import type { Column } from '#console/parts/column.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { ExportButton } from '#console/parts/export-button.tsx';
import type { Filter } from '#console/parts/filter-bar.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { filtersOf } from '#console/parts/list-state.ts';
import { Money } from '#console/parts/money.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { choicesOf } from '#console/words/choices-of.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { VOUCHER_WORDS } from '#core/ledger/voucher.ts';
import { kindWords, words } from './words.ts';

type Path = '/api/v1/books/{book}/vouchers';
type Voucher = Schemas['StoredVoucher'];

const FILTERS = [
  ...['period', 'number', 'word', 'account', 'kind', 'dateFrom', 'dateTo', 'amountFrom', 'amountTo', 'text'],
];

/** Every voucher of a book, the last posted first. */
export function VouchersPage() {
  const book = useBookCode();
  const say = useSay(words);
  const sayShared = useSay(shared);
  return (
    <BookFrame book={book} title={sayShared('vouchers')} actions={<ExportVouchers book={book} />}>
      <ServerTable<Path>
        label={sayShared('vouchers')}
        path="/api/v1/books/{book}/vouchers"
        places={{ book }}
        rowKey={({ id }) => id}
        open={({ id }) => `/books/${book}/vouchers/${id}`}
        columns={useColumns()}
        filters={useFilters(book)}
        actions={(rows) => (
          <LinkButton
            to={`/books/${book}/print?vouchers=${rows.map(({ id }) => id).join(',')}`}
            size="small"
            icon={<PrinterOutlined />}
          >
            {say('printChosen')}
          </LinkButton>
        )}
        empty={
          <EmptyState icon={<FileTextOutlined />} title={say('emptyTitle')}>
            {say('emptyText')}
          </EmptyState>
        }
      />
    </BookFrame>
  );
}

function ExportVouchers({ book }: { readonly book: string }) {
  const [search] = useSearchParams();
  return (
    <ExportButton
      ask={(format) =>
        api.GET('/api/v1/books/{book}/vouchers/export', {
          // The address holds texts; the hub reads numbers out of them.
          params: { path: { book }, query: { ...filtersOf(search, FILTERS), format } },
          parseAs: 'stream',
        })
      }
    />
  );
}

function useFilters(book: string): readonly Filter<FilterOf<Path>>[] {
  const say = useSay(words);
  const sayShared = useSay(shared);
  const sayKind = useSay(kindWords);
  const reader = language.use();
  const periods = usePeriods(book).data?.items ?? [];
  const accounts = useAccounts(book).data?.items ?? [];
  return [
    {
      kind: 'choice',
      name: 'period',
      label: say('period'),
      choices: periods
        .filter(({ vouchers }) => vouchers > 0)
        .map(({ id }) => ({ value: String(id), label: sayShared('period', periodParts(id)) })),
    },
    { kind: 'text', name: 'number', label: say('number') },
    { kind: 'text', name: 'text', label: say('searchSummary') },
    {
      kind: 'choice',
      name: 'word',
      label: say('word'),
      choices: VOUCHER_WORDS.map((word) => ({ value: word, label: word })),
    },
    {
      kind: 'choice',
      name: 'account',
      label: say('account'),
      choices: accounts.map(({ code, name }) => ({ value: code, label: `${code} ${name[reader]}` })),
    },
    { kind: 'choice', name: 'kind', label: say('kind'), choices: choicesOf(kindWords, sayKind) },
    { kind: 'days', from: 'dateFrom', until: 'dateTo', label: say('date') },
    { kind: 'text', name: 'amountFrom', label: say('amountFrom') },
    { kind: 'text', name: 'amountTo', label: say('amountTo') },
  ];
}

function useColumns(): readonly Column<Path>[] {
  const say = useSay(words);
  return [
    { key: 'number', title: say('number'), sort: 'number', show: ({ label }) => label },
    {
      key: 'date',
      title: say('date'),
      sort: 'date',
      show: ({ date }) => <span className="tz-number">{date}</span>,
    },
    { key: 'summary', title: say('summary'), show: ({ lines }) => lines[0]?.summary ?? '—' },
    {
      key: 'amount',
      title: say('amount'),
      sort: 'amount',
      amount: true,
      show: ({ total }) => <Money amount={total} />,
    },
    { key: 'state', title: say('state'), show: (row) => <VoucherState voucher={row} /> },
    {
      key: 'attachments',
      title: say('attachments'),
      amount: true,
      wideOnly: true,
      show: ({ attachmentCount }) => attachmentCount,
    },
    { key: 'by', title: say('preparedBy'), wideOnly: true, show: ({ preparedBy }) => preparedBy },
  ];
}

const KINDS = ['ordinary', 'reversal', 'closing', 'correction'] as const;

function VoucherState({ voucher }: { readonly voucher: Voucher }) {
  const say = useSay(words);
  const sayKind = useSay(kindWords);
  if (voucher.reversedBy !== null) return <StateTag tone="quiet">{say('reversed')}</StateTag>;
  const known = KINDS.find((kind) => kind === voucher.kind) ?? 'ordinary';
  if (known === 'ordinary') return <StateTag tone="good">{say('posted')}</StateTag>;
  return <StateTag tone={known === 'reversal' ? 'bad' : 'good'}>{sayKind(known)}</StateTag>;
}

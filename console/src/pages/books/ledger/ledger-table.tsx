import { Table, type TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { unlessZero } from '#console/pages/books/balances/balance-rows.ts';
import styles from '#console/pages/books/book-table.module.css';
import { DimensionText } from '#console/pages/books/dimension-text.tsx';
import { words as shared } from '#console/pages/books/words.ts';
import { cardLabel } from '#console/parts/card-label.ts';
import cards from '#console/parts/cards.module.css';
import { Money } from '#console/parts/money.tsx';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { useSay } from '#console/words/use-say.ts';
import { sideWords, sumWords, words } from './words.ts';

type Ledger = Schemas['Ledger'];
type Line = Schemas['LedgerRow'];
/** What a ledger begins with: no line, only a balance. */
type Row = Line | (Pick<Line, 'balance'> & { readonly type: 'opening' });

/** The lines of a ledger; on its first page the opening balance before them. */
export function LedgerTable({
  ledger,
  isFirstPage,
}: {
  readonly ledger: Ledger;
  readonly isFirstPage: boolean;
}) {
  const say = useSay(shared);
  const columns = useColumns(ledger);
  const rows: Row[] = [
    ...(isFirstPage ? [{ type: 'opening' as const, balance: ledger.opening }] : []),
    ...ledger.items,
  ];
  return (
    <Scrolls className={`${styles.table} ${cards.cards}`} label={say('ledger')}>
      <Table<Row>
        size="small"
        pagination={false}
        rowKey={keyOf}
        dataSource={rows}
        columns={columns}
        rowClassName={({ type }) => (type === 'line' ? '' : (styles.sum ?? ''))}
      />
    </Scrolls>
  );
}

function keyOf(row: Row): string {
  if (row.type === 'opening') return 'opening';
  return row.voucher ? `${row.voucher.id}-${row.voucher.line}` : `${row.type}-${row.period}`;
}

function useColumns(ledger: Ledger): TableColumnType<Row>[] {
  const say = useSay(words);
  const { book, currency: base } = ledger;
  const hasForeign = ledger.items.some(({ currency }) => currency !== null && currency !== base);
  const foreign: TableColumnType<Row> = {
    key: 'foreign',
    title: say('foreign'),
    className: 'tz-amount',
    onCell: () => cardLabel(say('foreign')),
    render: (_, row) => <ForeignCell row={row} base={base} />,
  };
  return [
    {
      key: 'date',
      title: say('date'),
      onCell: () => cardLabel(say('date')),
      render: (_, row) => (row.type === 'line' ? <span className="tz-number">{row.date}</span> : null),
    },
    {
      key: 'voucher',
      title: say('voucher'),
      onCell: () => cardLabel(say('voucher')),
      render: (_, row) =>
        row.type !== 'line' || row.voucher === null ? null : (
          <Link to={`/books/${book}/vouchers/${row.voucher.id}`}>{row.voucher.label}</Link>
        ),
    },
    {
      key: 'summary',
      title: say('summary'),
      className: styles.wide,
      onCell: () => cardLabel(''),
      render: (_, row) => <SummaryCell row={row} ledger={ledger} />,
    },
    ...(hasForeign ? [foreign] : []),
    ...useAmountColumns(),
  ];
}

function useAmountColumns(): TableColumnType<Row>[] {
  const say = useSay(words);
  const saySide = useSay(sideWords);
  const sideOf = ({ side }: Line['balance']) =>
    saySide(side === 'debit' || side === 'credit' ? side : 'none');
  const sides = (['debit', 'credit'] as const).map(
    (side): TableColumnType<Row> => ({
      key: side,
      title: say(side),
      className: 'tz-amount',
      onCell: () => cardLabel(say(side)),
      render: (_, row) => (row.type === 'opening' ? null : <MaybeMoney amount={row[side]} />),
    }),
  );
  return [
    ...sides,
    {
      key: 'side',
      title: say('side'),
      responsive: ['sm'],
      render: (_, { balance }) => sideOf(balance),
    },
    {
      key: 'balance',
      title: say('balance'),
      className: 'tz-amount',
      onCell: () => cardLabel(say('balance')),
      render: (_, { balance }) => (
        <>
          <span className={styles.narrow}>{sideOf(balance)} </span>
          <Money amount={balance.amount} />
        </>
      ),
    },
  ];
}

function MaybeMoney({ amount }: { readonly amount: string }) {
  const shown = unlessZero(amount);
  return shown === '' ? null : <Money amount={shown} />;
}

function SummaryCell({ row, ledger }: { readonly row: Row; readonly ledger: Ledger }) {
  const say = useSay(words);
  const saySum = useSay(sumWords);
  if (row.type === 'opening') return say('opening');
  if (row.type === 'period') return saySum('period', { period: String(row.period) });
  if (row.type === 'year') return saySum('year');
  const isBelow = row.account !== null && row.account !== ledger.account;
  return (
    <>
      {row.summary} {isBelow ? <span className="tz-faint tz-number">{row.account} </span> : null}
      <DimensionText dimensions={row.dimensions} names={ledger.names} />
    </>
  );
}

function ForeignCell({ row, base }: { readonly row: Row; readonly base: string }) {
  if (row.type !== 'line' || row.amount === null || row.currency === null || row.currency === base)
    return null;
  return <Money amount={row.amount} currency={row.currency} />;
}

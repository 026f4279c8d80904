import { Table, type TableColumnType } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import styles from '#console/pages/books/book-table.module.css';
import { ledgerAddress } from '#console/pages/books/ledger-address.ts';
import { words as shared } from '#console/pages/books/words.ts';
import { cardLabel } from '#console/parts/card-label.ts';
import cards from '#console/parts/cards.module.css';
import { Money } from '#console/parts/money.tsx';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { type BalanceRow, balanceRows, openableKeys, sixOf, totalOf } from './balance-rows.ts';
import { words } from './words.ts';

interface BalanceTableProps {
  readonly balance: Schemas['TrialBalance'];
  /** The dimension it is broken down by. */
  readonly by: string | null;
}

/** The trial balance as it is printed: opening, movements and closing, each on its side. */
export function BalanceTable({ balance, by }: BalanceTableProps) {
  const say = useSay(words);
  const saySection = useSay(shared);
  const reader = language.use();
  const rows = balanceRows(balance, reader);
  const { book, from, to } = balance;
  const addressOf = ({ account, code, type }: BalanceRow) =>
    ledgerAddress(book, {
      account,
      from,
      to,
      dimension: type === 'dimension' && by !== null && code !== null ? `${by}:${code}` : null,
    });
  return (
    <Scrolls className={`${styles.table} ${styles.six} ${cards.cards}`} label={saySection('balances')}>
      <Table<BalanceRow>
        size="small"
        bordered
        pagination={false}
        dataSource={rows}
        key={`${book} ${by} ${from} ${to} ${rows.length}`}
        expandable={{ defaultExpandedRowKeys: openableKeys(rows), indentSize: 14 }}
        rowClassName={({ type }) => (type === 'account' ? '' : (styles.part ?? ''))}
        columns={[
          {
            key: 'account',
            title: say('account'),
            className: styles.first,
            onCell: () => cardLabel(''),
            render: (_, row) => <AccountCell row={row} address={addressOf(row)} />,
          },
          ...amountColumns(say),
        ]}
        summary={() => <Total rows={rows} />}
      />
    </Scrolls>
  );
}

function AccountCell({ row, address }: { readonly row: BalanceRow; readonly address: string }) {
  const say = useSay(words);
  if (row.type === 'currency')
    return <span className="tz-faint">{say('ofWhich', { currency: row.code ?? '' })}</span>;
  if (row.code === null) return <span className="tz-faint">{say('without')}</span>;
  return (
    <Link to={address}>
      <span className="tz-number">{row.code}</span> {row.name}
    </Link>
  );
}

const GROUPS = ['opening', 'moved', 'closing'] as const;
const SIDES = ['debit', 'credit'] as const;

function amountColumns(say: ReturnType<typeof useSay<typeof words>>) {
  return GROUPS.map((group) => ({
    key: group,
    title: say(group),
    children: SIDES.map(
      (side, s): TableColumnType<BalanceRow> => ({
        key: `${group}-${side}`,
        title: say(side),
        className: `tz-amount ${styles[group]}`,
        onCell: () => cardLabel(`${say(group)} ${say(side)}`),
        render: (_, row) => <MaybeMoney amount={sixOf(row)[group][s] ?? ''} />,
      }),
    ),
  }));
}

function Total({ rows }: { readonly rows: readonly BalanceRow[] }) {
  const say = useSay(words);
  const total = totalOf(rows);
  return (
    <Table.Summary.Row className={styles.total}>
      <td className="ant-table-cell" {...cardLabel('')}>
        {say('total')}
      </td>
      {GROUPS.flatMap((group) =>
        SIDES.map((side, s) => (
          <td
            key={`${group}-${side}`}
            className={`ant-table-cell tz-amount ${styles[group]}`}
            {...cardLabel(`${say(group)} ${say(side)}`)}
          >
            <MaybeMoney amount={total[group][s] ?? ''} />
          </td>
        )),
      )}
    </Table.Summary.Row>
  );
}

function MaybeMoney({ amount }: { readonly amount: string }) {
  return amount === '' ? null : <Money amount={amount} />;
}

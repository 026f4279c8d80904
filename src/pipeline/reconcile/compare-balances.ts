import { formatAmount } from '#core/money/amount.ts';
import { deliveredMovements } from '#storage/reconcile-reads.ts';
import type { OwingBook } from './compare-listing.ts';
import type { Difference } from './difference.ts';
import { Movements } from './movements.ts';
import type { ReconcileScope } from './reconcile-scope.ts';

/**
 * Compares what each account moved in each period: the target's report against our delivered vouchers and what others
 * entered there. Returns how many accounts were compared; none where several books share the connection, since the
 * target reports one of them.
 */
export async function compareBalances(
  scope: ReconcileScope,
  { books, others }: { books: readonly OwingBook[]; others: Movements | null },
  found: (difference: Difference) => void,
): Promise<number> {
  const { connector, client } = scope.connection;
  const [book] = books;
  if (!connector.lookup?.balances || !book || books.length > 1) return 0;
  const ours = await movementsOf(scope, book);
  const periods = [...new Set(ours.all().map(({ period }) => period))].sort();
  let compared = 0;
  for (const period of periods) {
    const theirs = new Movements();
    await scope.connection.bucket.take(scope.signal);
    for await (const rows of connector.lookup.balances(client, period, scope.signal)) {
      theirs.addLines(period, rows);
    }
    const accounts = accountsIn(period, others === null ? [ours] : [ours, theirs, others]);
    compared += accounts.length;
    for (const account of accounts) {
      const difference = compareAccount({ period, account, ours, theirs, others, book });
      if (difference) found(difference);
    }
  }
  return compared;
}

async function movementsOf(scope: ReconcileScope, book: OwingBook): Promise<Movements> {
  const { connector, client } = scope.connection;
  const of = { ...scope.range, bookId: book.book_id, connectionId: scope.connectionId };
  const movements = new Movements();
  for (const row of await deliveredMovements(scope.database, of)) {
    movements.add({
      period: row.period,
      account: connector.lookup?.accountCode?.(client, row.account) ?? row.account,
      debitMinor: row.debit_minor,
      creditMinor: row.credit_minor,
    });
  }
  return movements;
}

function accountsIn(period: number, sides: readonly Movements[]): string[] {
  const accounts = sides.flatMap((side) =>
    side.all().flatMap((movement) => (movement.period === period ? [movement.account] : [])),
  );
  return [...new Set(accounts)].sort();
}

interface Compared {
  readonly period: number;
  readonly account: string;
  readonly ours: Movements;
  readonly theirs: Movements;
  readonly others: Movements | null;
  readonly book: OwingBook;
}

function compareAccount({ period, account, ours, theirs, others, book }: Compared): Difference | null {
  const own = ours.at(period, account);
  const there = theirs.at(period, account);
  const foreign = others?.at(period, account) ?? { debitMinor: 0n, creditMinor: 0n };
  const isSame =
    there.debitMinor === own.debitMinor + foreign.debitMinor &&
    there.creditMinor === own.creditMinor + foreign.creditMinor;
  if (isSame) return null;
  const show = (side: { debitMinor: bigint; creditMinor: bigint }) =>
    `${formatAmount(side.debitMinor, book.base_currency)} / ${formatAmount(side.creditMinor, book.base_currency)}`;
  return {
    code: 'balance_differs',
    bookId: book.book_id,
    key: `${period} ${account}`,
    params: { period: String(period), account, ours: show(own), others: show(foreign), theirs: show(there) },
    repair: 'person',
    deliveryId: null,
    replay: null,
  };
}

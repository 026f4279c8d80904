import { closeVanished, saveDifferences } from '#storage/differences.ts';
import { booksOwing, type PeriodRange, type SettledCount } from '#storage/reconcile-reads.ts';
import { accountForRecords } from './account-for-records.ts';
import { compareBalances } from './compare-balances.ts';
import { compareDeliveries } from './compare-deliveries.ts';
import { compareListing } from './compare-listing.ts';
import type { Difference } from './difference.ts';
import type { ReconcileScope } from './reconcile-scope.ts';
import { type RepairContext, repairDifferences } from './repair.ts';

export interface ReconcileWish {
  readonly connectionId: number;
  readonly range: PeriodRange;
  readonly repair: boolean;
  readonly by: string;
  readonly progress: (text: string) => void;
}

export interface Reconciliation {
  readonly connection: string;
  /** What was looked at. */
  readonly compared: {
    readonly deliveries: number;
    readonly listed: number;
    readonly balances: number;
  };
  /** What became of the records this connection sent us, per flow. */
  readonly source: readonly SettledCount[];
  /** As found; with `repair`, before it. */
  readonly found: readonly Difference[];
  /** How many of them a repair worked on. */
  readonly repaired: number;
  /** What is still different in the end; the same as `found` without a repair. */
  readonly left: readonly Difference[];
}

/**
 * Compares source, book and target of one connection and keeps every difference. With `repair`, what a rule can put
 * right is put right and everything is compared once more.
 */
export async function reconcile(context: RepairContext, wish: ReconcileWish): Promise<Reconciliation> {
  const connection = await context.connections.get(wish.connectionId);
  const { range, connectionId } = wish;
  const scope: ReconcileScope = {
    database: context.database,
    connectionId,
    connection,
    range,
    signal: context.signal,
    progress: (compared) => wish.progress(`${connection.row.code}: ${compared}`),
  };
  const first = await compareAll(scope);
  const code = connection.row.code;
  if (!wish.repair || first.found.length === 0) {
    return { connection: code, ...first, repaired: 0, left: first.found };
  }
  const repaired = await repairDifferences(context, {
    connectionId,
    connection: code,
    differences: first.found,
    by: wish.by,
  });
  const second = await compareAll(scope);
  return { connection: code, ...second, found: first.found, repaired, left: second.found };
}

type Comparison = Pick<Reconciliation, 'compared' | 'source' | 'found'>;

async function compareAll(scope: ReconcileScope): Promise<Comparison> {
  const byKey = new Map<string, Difference>();
  const found = (difference: Difference) => {
    // Twice there is why the answer about a key was a refusal: one difference, the more telling one.
    if (difference.code === 'target_duplicate') byKey.delete(`target_changed ${difference.key}`);
    byKey.set(`${difference.code} ${difference.key}`, difference);
  };
  const isTarget = scope.connection.connector.deliver?.voucher !== undefined;
  const books = isTarget ? await booksOwing(scope.database, scope.connectionId) : [];
  const deliveries = isTarget ? await compareDeliveries(scope, found) : 0;
  const { listed, others } = isTarget
    ? await compareListing(scope, books, found)
    : { listed: 0, others: null };
  const balances = isTarget ? await compareBalances(scope, { books, others }, found) : 0;
  const source = await accountForRecords(scope, found);
  const differences = [...byKey.values()];
  await keep(scope, differences);
  return { compared: { deliveries, listed, balances }, source, found: differences };
}

/** What was open and is not found any more is closed; looking at some periods says nothing about the others. */
async function keep(
  { database, connectionId, range }: ReconcileScope,
  differences: readonly Difference[],
): Promise<void> {
  await database.transaction(async (tx) => {
    await saveDifferences(
      tx,
      differences.map(({ code, bookId, key, params, repair }) => ({
        bookId,
        connectionId,
        code,
        businessKey: key,
        details: params,
        repair,
      })),
    );
    const isWhole = range.from === null && range.to === null;
    if (isWhole) {
      await closeVanished(
        tx,
        connectionId,
        // What is being withdrawn and sent again stays open until nothing is different about it any more.
        differences.flatMap(({ code, key }) => [
          { code, businessKey: key },
          { code: 'target_duplicate', businessKey: key },
        ]),
      );
    }
  });
}

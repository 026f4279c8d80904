import type { WriteBackMessage } from '#connectors/kit/connector.ts';
import type { Book } from '#core/ledger/book.ts';
import type { Tx } from '#storage/database.ts';
import { type NewDelivery, owe } from '#storage/deliveries.ts';
import { closeExceptions, openExceptions } from '#storage/exceptions.ts';
import { ignoreRecords } from '#storage/records.ts';
import { addToRun } from '#storage/runs.ts';
import type { CachedBook } from './book-cache.ts';
import { countItems } from './count-items.ts';
import type { MappedItem } from './map-items.ts';
import { stakesOf } from './stakes.ts';
import type { ItemOutcome } from './work-item.ts';

export interface SettledItem {
  readonly mapped: MappedItem;
  readonly outcome: ItemOutcome;
}

/** Keeps what became of every item: exceptions opened and closed, records ignored with their reason, runs moved on. */
export async function settleItems(
  tx: Tx,
  { cached, settled, by }: { cached: CachedBook; settled: readonly SettledItem[]; by: string },
): Promise<void> {
  const again = settled.filter(({ mapped }) => mapped.item.again);
  const last = lastOfEach(settled);
  await Promise.all([
    closeExceptions(
      tx,
      again.map(({ mapped }) => mapped.item),
      { state: 'resolved', by },
    ),
    openExceptions(
      tx,
      last.flatMap(({ mapped, outcome }) =>
        outcome.kind === 'held' ? [exceptionOf(cached.book, mapped, outcome)] : [],
      ),
    ),
    ignoreRecords(
      tx,
      last.flatMap(({ mapped: { item }, outcome }) => {
        const reason = reasonOfNothing(outcome);
        return reason ? [{ flowId: item.flowId, recordId: item.recordId, reason, runId: item.runId }] : [];
      }),
    ),
    owe(
      tx,
      settled.flatMap((one) => heldWriteBacks(cached, one)),
    ),
    countItems(tx, { book: cached.book, settled }),
    moveRuns(tx, settled),
  ]);
}

/** Why a record has no document of its own: passed over, or it only took back what an earlier version had posted. */
function reasonOfNothing(outcome: ItemOutcome): string | null {
  if (outcome.kind === 'ignored') return outcome.reason;
  return outcome.kind === 'posted' && outcome.documents.length === 0 ? 'no_document_applies' : null;
}

/** A record that two replays put on the lane is there twice; what became of it last is what holds. */
function lastOfEach(settled: readonly SettledItem[]): readonly SettledItem[] {
  const last = new Map(settled.map((one) => [`${one.mapped.item.flowId} ${one.mapped.item.recordId}`, one]));
  return last.size === settled.length ? settled : [...last.values()];
}

/** Tells the source which of its records are on hold and why; other reasons later are another message. */
function heldWriteBacks({ book, keyPrefix }: CachedBook, { mapped, outcome }: SettledItem): NewDelivery[] {
  if (outcome.kind !== 'held') return [];
  const { item, flow } = mapped;
  const codes = [
    ...new Set(outcome.findings.filter(({ effect }) => effect !== 'flag').map(({ code }) => code)),
  ];
  const payload: Omit<WriteBackMessage, 'businessKey'> = {
    externalId: item.externalId,
    kind: item.kind,
    status: 'held',
    documentNumber: null,
    voucherNumber: null,
    targetNumber: null,
    codes,
    text: codes.join(', '),
  };
  return flow.writeBack.map((connectionId) => ({
    bookId: book.id,
    connectionId,
    kind: 'write-back',
    businessKey: `${keyPrefix}-held-${item.flowId}-${item.recordId}-${codes.join('+')}`,
    voucherId: null,
    documentId: null,
    flowId: item.flowId,
    until: 'saved',
    payload,
  }));
}

function exceptionOf(book: Book, mapped: MappedItem, { findings }: Extract<ItemOutcome, { kind: 'held' }>) {
  const { item, flow } = mapped;
  return {
    bookId: book.id,
    flowId: item.flowId,
    flowVersionId: flow.flowVersionId,
    recordId: item.recordId,
    runId: item.runId,
    findings,
    ...stakesOf(book, mapped),
  };
}

async function moveRuns(tx: Tx, settled: readonly SettledItem[]): Promise<void> {
  const byRun = Map.groupBy(settled, ({ mapped }) => mapped.item.runId);
  for (const [runId, items] of byRun) {
    if (runId === null) continue;
    const count = (kind: ItemOutcome['kind']) => items.filter(({ outcome }) => outcome.kind === kind).length;
    await addToRun(tx, runId, { posted: count('posted'), held: count('held'), ignored: count('ignored') });
  }
}

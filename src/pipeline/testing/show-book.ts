import { showLines } from '#core/ledger/voucher-notation.ts';
import { formatAmount } from '#core/money/amount.ts';
import { documentsOfRecord } from '#storage/documents.ts';
import { exceptionsOfRecord } from '#storage/exceptions.ts';
import { ignoredReasons } from '#storage/records.ts';
import { listVouchers } from '#storage/voucher-list.ts';
import { findVouchers, type StoredVoucher } from '#storage/vouchers.ts';
import type { World } from './test-world.ts';

/** Every voucher in order, short: `记-1 113.00`, `记-2 -113.00 of 记-1`. */
export async function showVouchers(world: World): Promise<string[]> {
  const vouchers = await allVouchers(world);
  const labels = new Map(vouchers.map((voucher) => [voucher.id, labelOf(voucher)]));
  return vouchers.map((voucher) => {
    const total = voucher.lines.reduce((sum, line) => sum + line.debitMinor, 0n);
    const of = voucher.reverses === null ? '' : ` of ${labels.get(voucher.reverses)}`;
    return `${labelOf(voucher)} ${formatAmount(total, 'CNY')}${of}`;
  });
}

/** Every voucher in order with its lines as an accountant jots them down. */
export async function showBook(world: World): Promise<string[]> {
  const vouchers = await allVouchers(world);
  return vouchers.map((voucher) => `${labelOf(voucher)}: ${showLines(voucher.lines, 'CNY')}`);
}

export async function allVouchers({ database, bookId }: World): Promise<StoredVoucher[]> {
  const listed = await listVouchers(database, { bookId, page: { limit: 100_000 } });
  return findVouchers(
    database,
    bookId,
    listed.map((row) => row.voucher_id),
  );
}

function labelOf({ word, number }: StoredVoucher): string {
  return `${word}-${number}`;
}

/** What became of each record, in the order of arrival: `1 posted 记-1`, `1 held duplicate_document`, `2 waiting`. */
export async function showOutcomes({ database, bookId, shopId }: World): Promise<string[]> {
  const records = await database.query<{ record_id: bigint; external_id: string }>(
    'select record_id, external_id from records where connection_id = $1 order by record_id',
    [shopId],
  );
  const shown: string[] = [];
  for (const { record_id: recordId, external_id: id } of records) {
    shown.push(`${id} ${await outcomeOf({ database, bookId }, recordId)}`);
  }
  return shown;
}

async function outcomeOf({ database, bookId }: Pick<World, 'database' | 'bookId'>, recordId: bigint) {
  const documents = await documentsOfRecord(database, recordId);
  const exceptions = await exceptionsOfRecord(database, recordId);
  const open = exceptions.flatMap((one) => (one.state === 'open' ? one.codes : []));
  const held = open.length > 0 ? [`held ${open.join(' ')}`] : [];
  if (documents.length > 0) {
    const vouchers = await findVouchers(
      database,
      bookId,
      documents.flatMap((one) => one.voucher_id ?? []),
    );
    const labels = new Map(vouchers.map((voucher) => [voucher.id, labelOf(voucher)]));
    const states = documents.map((one) =>
      `${one.state} ${one.voucher_id ? labels.get(one.voucher_id) : ''}`.trim(),
    );
    return [...states, ...held].join(', ');
  }
  const ignored = (await ignoredReasons(database, [recordId])).get(recordId);
  const ended = exceptions.at(-1)?.state;
  return held[0] ?? (ignored ? `ignored ${ignored}` : (ended ?? 'waiting'));
}

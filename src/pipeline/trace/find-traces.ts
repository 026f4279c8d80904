import { VOUCHER_WORDS } from '#core/ledger/voucher.ts';
import type { Tx } from '#storage/database.ts';
import { findRecord } from '#storage/records.ts';
import {
  findHeldByNumber,
  findRecordsByExternalId,
  findRecordsByNumber,
  findRecordsOfVoucher,
  findVouchersByNumber,
  findVouchersByTarget,
  type RecordHit,
  type VoucherHit,
} from '#storage/searches.ts';

/** A record that fits what somebody typed. */
export interface TraceMatch {
  readonly recordId: bigint;
  readonly by: 'document' | 'held' | 'external-id' | 'voucher' | 'target' | 'record';
  /** `order #1001` */
  readonly label: string;
}

const MATCHES_MAX = 200;

/**
 * The records that a text may mean, most telling first: number of a document, source's own id, our voucher number
 * (`记-118`, `202601/记-118`), the target's number, or our record id. Each record once.
 */
export async function findTraces(tx: Tx, text: string): Promise<TraceMatch[]> {
  const wanted = text.trim();
  const matches = [
    ...named('document', await findRecordsByNumber(tx, wanted, MATCHES_MAX)),
    ...named('held', await findHeldByNumber(tx, wanted, MATCHES_MAX)),
    ...named('external-id', await findRecordsByExternalId(tx, wanted, MATCHES_MAX)),
    ...(await byVoucherNumber(tx, wanted)),
  ];
  if (matches.length === 0) matches.push(...(await byRecordId(tx, wanted)));
  const seen = new Set<bigint>();
  return matches.filter(({ recordId }) => !seen.has(recordId) && seen.add(recordId));
}

function named(by: TraceMatch['by'], hits: readonly RecordHit[]): TraceMatch[] {
  return hits.map(({ record_id: recordId, label }) => ({ recordId, by, label }));
}

const VOUCHER_NUMBER = new RegExp(`^(?:(\\d{6})/)?(${VOUCHER_WORDS.join('|')})-?(\\d{1,9})$`);

async function byVoucherNumber(tx: Tx, text: string): Promise<TraceMatch[]> {
  const [, period, wordText, number] = VOUCHER_NUMBER.exec(text) ?? [];
  const word = VOUCHER_WORDS.find((one) => one === wordText);
  const ours =
    word === undefined
      ? []
      : await findVouchersByNumber(tx, {
          word,
          number: Number(number),
          period: period === undefined ? null : Number(period),
        });
  return [
    ...named('voucher', await recordsOf(tx, ours)),
    ...named('target', await recordsOf(tx, await findVouchersByTarget(tx, text))),
  ];
}

async function recordsOf(tx: Tx, vouchers: readonly VoucherHit[]): Promise<RecordHit[]> {
  const hits: RecordHit[] = [];
  for (const voucher of vouchers) hits.push(...(await findRecordsOfVoucher(tx, voucher, MATCHES_MAX)));
  return hits;
}

async function byRecordId(tx: Tx, text: string): Promise<TraceMatch[]> {
  if (!/^\d{1,18}$/.test(text)) return [];
  const record = await findRecord(tx, BigInt(text));
  return record
    ? [{ recordId: record.record_id, by: 'record', label: `${record.kind} ${record.external_id}` }]
    : [];
}

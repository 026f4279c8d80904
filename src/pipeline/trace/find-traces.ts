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
  thingsOf,
  type VoucherHit,
} from '#storage/searches.ts';

/** A record that fits what somebody typed. */
export interface TraceMatch {
  readonly recordId: bigint;
  readonly by: 'document' | 'held' | 'external-id' | 'voucher' | 'target' | 'record';
  /** `order #1001` */
  readonly label: string;
  /** What the record is a version of: `shop order 5600`. */
  readonly thing: string;
}

type Hit = Omit<TraceMatch, 'thing'>;

const MATCHES_MAX = 200;

/**
 * The records that a text may mean, most telling first: number of a document, source's own id, our voucher number
 * (`记-118`, `202601/记-118`), the target's number, or our record id. Each record once.
 */
export async function findTraces(tx: Tx, text: string): Promise<TraceMatch[]> {
  const wanted = text.trim();
  const matches: Hit[] = [
    ...named('document', await findRecordsByNumber(tx, wanted, MATCHES_MAX)),
    ...named('held', await findHeldByNumber(tx, wanted, MATCHES_MAX)),
    ...named('external-id', await findRecordsByExternalId(tx, wanted, MATCHES_MAX)),
    ...(await byVoucherNumber(tx, wanted)),
  ];
  if (matches.length === 0) matches.push(...(await byRecordId(tx, wanted)));
  const unique = [...new Map(matches.toReversed().map((hit) => [hit.recordId, hit])).values()].toReversed();
  const things = await thingsOf(
    tx,
    unique.map(({ recordId }) => recordId),
  );
  return unique.map((hit) => ({ ...hit, thing: things.get(hit.recordId) ?? hit.label }));
}

function named(by: Hit['by'], hits: readonly RecordHit[]): Hit[] {
  return hits.map(({ record_id: recordId, label }) => ({ recordId, by, label }));
}

const VOUCHER_NUMBER = new RegExp(`^(?:(\\d{6})/)?(${VOUCHER_WORDS.join('|')})-?(\\d{1,9})$`);

async function byVoucherNumber(tx: Tx, text: string): Promise<Hit[]> {
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

async function byRecordId(tx: Tx, text: string): Promise<Hit[]> {
  if (!/^\d{1,18}$/.test(text)) return [];
  const record = await findRecord(tx, BigInt(text));
  return record
    ? [{ recordId: record.record_id, by: 'record', label: `${record.kind} ${record.external_id}` }]
    : [];
}

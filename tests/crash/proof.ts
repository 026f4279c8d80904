import { join } from 'node:path';
import type { VoucherTruth } from '#app/demo/truth.ts';
import { inside, list, readJournal, text } from '../../tools/prove/json.ts';
import { type FoundVoucher, readVoucher } from '../../tools/prove/kingdee.ts';
import { readShop, type Shop } from '../../tools/prove/shop.ts';
import { addAt, placeOf } from '../../tools/prove/truth.ts';
import type { OrderStory } from './orders.ts';

/** What is not as it must be, one sentence each. */
export interface Proof {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly halfDone: readonly string[];
  readonly wrong: readonly string[];
  readonly vouchers: number;
  readonly reversals: number;
}

interface Standing extends FoundVoucher {
  readonly businessKey: string;
  readonly status: string;
  readonly isReversal: boolean;
  /** Date and amounts: two vouchers with the same fingerprint say the same. */
  readonly fingerprint: string;
}

type Verdicts = { readonly [Name in 'lost' | 'doubled' | 'halfDone' | 'wrong']: string[] };

/**
 * The proof of a seed. It knows nothing of the hub: it reads what the two simulators wrote down for themselves, and
 * compares it with the stories that were told. Every good order stands in exactly one audited voucher for what it
 * last was; whatever stood before it was taken back by exactly one red voucher.
 */
export function prove(folder: string, stories: readonly OrderStory[]): Proof {
  const shop = readShop(join(folder, 'shop'));
  const found = readJournal(join(folder, 'kingdee', 'vouchers.ndjson'))
    .filter((voucher) => inside(voucher, 'deleted') !== true)
    .map(readStanding);
  const verdicts: Verdicts = { lost: [], doubled: [], halfDone: [], wrong: [] };
  judgeEach(found, verdicts);
  const byName = Map.groupBy(
    found.filter(({ isReversal }) => !isReversal),
    ({ name }) => name,
  );
  const superseded = stories.flatMap((story) => judgeStory(story, { byName, shop, verdicts }));
  const told = new Set(
    stories.flatMap(({ versions }) => versions.flatMap(({ vouchers }) => vouchers.map((v) => v.number))),
  );
  for (const [name, vouchers] of byName) {
    if (!told.has(name))
      verdicts.wrong.push(`${vouchers.map(({ number }) => number).join(', ')} (${name}) should not be there`);
  }
  const reversals = found.filter(({ isReversal }) => isReversal);
  judgeReversals(superseded, reversals, verdicts);
  return { ...verdicts, vouchers: found.length, reversals: reversals.length };
}

function readStanding(voucher: unknown): Standing {
  const read = readVoucher(voucher);
  return {
    ...read,
    businessKey: text(voucher, 'businessKey'),
    status: text(voucher, 'status'),
    isReversal: list(voucher, 'entries').every((entry) => text(entry, 'explanation').startsWith('冲销 ')),
    fingerprint: fingerprintOf(read.date, read.amounts),
  };
}

function fingerprintOf(date: string, amounts: ReadonlyMap<string, bigint>, sign = 1n): string {
  const lines = [...amounts]
    .filter(([, minor]) => minor !== 0n)
    .map(([place, minor]) => `${place} ${minor * sign}`);
  return [date, ...lines.sort()].join('\n');
}

/** What each voucher says by itself: its key is its own, and it went all the way. */
function judgeEach(found: readonly Standing[], { doubled, halfDone, wrong }: Verdicts): void {
  for (const [key, vouchers] of Map.groupBy(found, ({ businessKey }) => businessKey)) {
    if (key === '') wrong.push(`${vouchers.length} vouchers without a business key`);
    else if (vouchers.length > 1)
      doubled.push(`${key} is in ${vouchers.map(({ number }) => number).join(' and ')}`);
  }
  for (const { number, name, status, isAudited } of found) {
    if (!isAudited) halfDone.push(`${number} (${name}) was left in state ${status}`);
  }
}

interface Evidence {
  readonly byName: ReadonlyMap<string, readonly Standing[]>;
  readonly shop: Shop;
  readonly verdicts: Verdicts;
}

/** Judges an order and returns those of its vouchers that must have been taken back. */
function judgeStory({ id, versions }: OrderStory, evidence: Evidence): Standing[] {
  const last = versions.at(-1)!;
  const now = new Map(last.vouchers.map((voucher) => [voucher.number, voucher]));
  const names = new Set(versions.flatMap(({ vouchers }) => vouchers.map(({ number }) => number)));
  if (last.codes.length > 0) judgeHeld(id, last.codes, evidence);
  return [...names].flatMap((name) => {
    const all = evidence.byName.get(name) ?? [];
    const earlier = versions
      .slice(0, -1)
      .flatMap(({ vouchers }) => vouchers.filter(({ number }) => number === name));
    const truth = now.get(name);
    const living =
      truth === undefined ? [] : all.filter(({ fingerprint }) => fingerprint === fingerprintOfTruth(truth));
    if (truth !== undefined) judgeLiving(truth, living, { id, all, evidence });
    return judgeEarlier(
      all.filter((voucher) => !living.includes(voucher)),
      earlier,
      evidence.verdicts,
    );
  });
}

function judgeLiving(
  truth: VoucherTruth,
  living: readonly Standing[],
  { id, all, evidence }: { id: string; all: readonly Standing[]; evidence: Evidence },
): void {
  const { lost, doubled, wrong } = evidence.verdicts;
  const [voucher, second] = living;
  if (voucher === undefined) {
    lost.push(`${truth.number}: ${all.length} vouchers, none of them as it must be`);
    return;
  }
  if (second !== undefined)
    doubled.push(`${truth.number}: ${living.map(({ number }) => number).join(' and ')} say the same`);
  const key = truth.kind === 'refund' ? `voucher_${truth.number.split('-')[1]}` : 'voucher';
  const written = evidence.shop.marks.get(id)?.get(key);
  if (written !== voucher.number) {
    wrong.push(`${truth.number}: the shop was told ${written ?? 'nothing'}, not ${voucher.number}`);
  }
}

/** What stood before must have been right when it was posted, and only once. */
function judgeEarlier(
  vouchers: readonly Standing[],
  earlier: readonly VoucherTruth[],
  { doubled, wrong }: Verdicts,
): Standing[] {
  const truths = new Set(earlier.map(fingerprintOfTruth));
  for (const [fingerprint, same] of Map.groupBy(vouchers, (voucher) => voucher.fingerprint)) {
    const { name, number } = same[0]!;
    if (!truths.has(fingerprint)) wrong.push(`${name}: ${number} has amounts that the order never had`);
    if (same.length > 1)
      doubled.push(`${name}: ${same.map((voucher) => voucher.number).join(' and ')} say the same`);
  }
  return [...vouchers];
}

/** Red vouchers name our numbers, not the order's, so they are matched by what they take back. */
function judgeReversals(
  superseded: readonly Standing[],
  reversals: readonly Standing[],
  verdicts: Verdicts,
): void {
  const open = new Map<string, Standing[]>();
  for (const reversal of reversals) {
    const takesBack = fingerprintOf(reversal.date, reversal.amounts, -1n);
    open.set(takesBack, [...(open.get(takesBack) ?? []), reversal]);
  }
  for (const { name, number, fingerprint } of superseded) {
    if (open.get(fingerprint)?.shift() === undefined) {
      verdicts.doubled.push(`${name}: ${number} was replaced and still stands`);
    }
  }
  for (const { number } of [...open.values()].flat())
    verdicts.wrong.push(`${number} takes back what was not replaced`);
}

function judgeHeld(id: string, codes: readonly string[], { shop, verdicts }: Evidence): void {
  const told = (shop.held.get(id) ?? []).toSorted().join(', ');
  if (told !== codes.join(', '))
    verdicts.wrong.push(`order ${id}: the shop was told "${told}", not ${codes.join(', ')}`);
}

function fingerprintOfTruth({ date, entries }: VoucherTruth): string {
  const amounts = new Map<string, bigint>();
  for (const { account, customer, department, project, currency, debit, credit, amount } of entries) {
    const place = placeOf([account, customer, department, project, currency]);
    addAt(amounts, `${place} debit`, BigInt(debit));
    addAt(amounts, `${place} credit`, BigInt(credit));
    addAt(amounts, `${place} amount`, BigInt(amount));
  }
  return fingerprintOf(date, amounts);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MappedRecord } from '#core/flows/compile-flow.ts';
import { journalize } from '#core/journalize/journalize.ts';
import type { VoucherDraft } from '#core/ledger/voucher.ts';
import { checkFutureDate } from '#core/validation/business/future-date.ts';
import { checkVoucher } from '#core/validation/check-voucher.ts';
import { readCompany } from './company.ts';
import { demoBook } from './demo-book.ts';
import { generateOrders, ORDER_COUNT } from './generate-orders.ts';
import { addUp, crosswalkOf, keyOf, loadFlow } from './test-flows.ts';
import type { OrderTruth } from './truth.ts';

const TODAY = '2026-11-21';
const company = readCompany();
const book = demoBook(company);
const generated = generateOrders(company, 1);
const truthOf = new Map(generated.truth.map((truth) => [truth.id, truth]));

const shopFlow = loadFlow('shop-orders');

const crosswalk = crosswalkOf(company);

for (const name of ['shop-orders', 'pos-tea', 'pos-paper']) {
  test(`examples/flows/${name}.yaml compiles`, () => assert.equal(loadFlow(name).flow.flow, name));
}

/** Every code that stops the record, and the drafts of what was not stopped. */
function judge(mapped: MappedRecord): { codes: string[]; drafts: VoucherDraft[] } {
  const codes = new Set(mapped.findings.map(({ code }) => code));
  // As in the pipeline: what is wrong already is not put into a voucher.
  if (codes.size > 0) return { codes: [...codes].sort(), drafts: [] };
  const drafts = journalize(mapped.documents, shopFlow.templates, book, { preparedBy: 'test' }).flatMap(
    ({ draft, findings, documents }) => {
      for (const { code } of findings) codes.add(code);
      const document = mapped.documents[documents[0]!]!;
      for (const { code } of checkFutureDate(document.date, { today: TODAY })) codes.add(code);
      for (const finding of draft ? checkVoucher(draft, { book, today: TODAY }) : [])
        if (finding.effect !== 'flag') codes.add(finding.code);
      return draft ?? [];
    },
  );
  return { codes: [...codes].sort(), drafts };
}

function shownDrafts(drafts: readonly VoucherDraft[]): string[] {
  return drafts.map(({ date, lines }) => `${date} ${addUp(lines).sort().join(' | ')}`).sort();
}

function shownTruth({ vouchers }: OrderTruth): string[] {
  return vouchers.map(({ date, entries }) => `${date} ${entries.map(keyOf).sort().join(' | ')}`).sort();
}

test('every generated order becomes what its truth says, or is held for its reason', () => {
  const latest = new Map([...generated.first, ...generated.second].map((order) => [String(order.id), order]));
  assert.equal(latest.size, ORDER_COUNT);
  const orders = [...latest];
  const mapped = shopFlow.run(
    orders.map(([, order]) => order),
    { crosswalk },
  );
  for (const [at, [id]] of orders.entries()) {
    const truth = truthOf.get(id)!;
    const { codes, drafts } = judge(mapped[at]!);
    if (truth.codes.includes('duplicate_document')) continue;
    assert.deepEqual(codes, truth.codes, `${truth.number} ${truth.dirt}`);
    if (truth.verdict === 'ignored') assert.equal(mapped[at]!.ignored, 'no_document_applies');
    if (truth.verdict === 'good') assert.deepEqual(shownDrafts(drafts), shownTruth(truth), truth.number);
  }
});

test('the sale of an order is the same document before and after its refund', () => {
  const first = new Map(generated.first.map((order) => [order.id, order]));
  const later = generated.second.filter(
    ({ id, refunds }) => first.has(id) && Array.isArray(refunds) && refunds.length > 0,
  );
  assert.ok(later.length > 100);
  for (const order of later) {
    const [before, after] = shopFlow.run([first.get(order.id)!, order], { crosswalk });
    assert.deepEqual(before!.documents[0], after!.documents[0]);
  }
});

test('one order in a hundred is dirty, in every way, and there is something of everything', () => {
  const dirt = Map.groupBy(
    generated.truth.filter((truth) => truth.dirt !== null),
    (truth) => truth.dirt,
  );
  assert.equal([...dirt.values()].flat().length, 50);
  assert.equal(dirt.size, 10);
  for (const many of dirt.values()) assert.equal(many.length, 5);
  const vouchers = generated.truth.flatMap((truth) => truth.vouchers);
  const currencies = new Set(vouchers.flatMap(({ entries }) => entries.map(({ currency }) => currency)));
  assert.deepEqual([...currencies].sort(), ['CNY', 'JPY', 'USD']);
  assert.ok(vouchers.filter(({ kind }) => kind === 'refund').length > 300);
});

test('the same seed gives the same orders, another seed others', () => {
  assert.deepEqual(generateOrders(company, 1), generated);
  assert.notDeepEqual(generateOrders(company, 2).truth, generated.truth);
});

test('every voucher of the truth balances', () => {
  for (const { vouchers } of generated.truth) {
    for (const { entries, number } of vouchers) {
      const sum = entries.reduce((total, { debit, credit }) => total + BigInt(debit) - BigInt(credit), 0n);
      assert.equal(sum, 0n, number);
    }
  }
});

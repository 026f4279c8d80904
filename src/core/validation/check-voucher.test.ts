import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Book, BookSettings, DimensionValue } from '#core/ledger/book.ts';
import { newBook } from '#core/ledger/new-book.ts';
import type { VoucherDraft, VoucherWord } from '#core/ledger/voucher.ts';
import { parseLines } from '#core/ledger/voucher-notation.ts';
import { catalogue, describe } from '#core/trouble/catalogue.ts';
import { LANGUAGES } from '#core/trouble/message.ts';
import { checkVoucher, stopsPosting, VOUCHER_CHECKS } from './check-voucher.ts';
import type { Finding } from './finding.ts';

const partner = (code: string, enabled = true): DimensionValue => ({
  code,
  name: code,
  enabled,
  creditLimitMinor: null,
});

/** 2026 with January closed; receivables must name the customer and may name the store; stock keeps quantities. */
function book(settings: Partial<BookSettings> = {}): Book {
  const made = newBook({
    id: 1,
    code: 'B1',
    name: 'Test',
    standard: 'cas',
    baseCurrency: 'CNY',
    years: [2026],
    chart: {
      details: ['vat'],
      dimensions: { AccountsReceivable: { customer: 'must', store: 'may' } },
      quantity: ['FinishedGoods'],
    },
    dimensions: { customer: [partner('C001'), partner('C009', false)], store: [partner('S1')] },
    settings,
  });
  const accounts = new Map(made.accounts);
  accounts.set('6604', { ...made.accounts.get('6604')!, enabled: false });
  const periods = made.periods.map((period) =>
    period.id === 202601 ? { ...period, state: 'closed' as const } : period,
  );
  return { ...made, accounts, periods };
}

const BOOK = book();

function draft(lines: string, changes: Partial<VoucherDraft> = {}): VoucherDraft {
  return {
    word: '记',
    date: '2026-02-10',
    period: 202602,
    attachmentCount: 1,
    preparedBy: 'li',
    reviewedBy: null,
    kind: 'ordinary',
    reverses: null,
    lines: parseLines(lines, 'CNY'),
    sourceKinds: ['order'],
    ...changes,
  };
}

const show = (findings: readonly Finding[]) =>
  findings
    .map(({ code, at, effect }) => `${code}${effect === 'block' ? '' : `:${effect}`} ${at}`)
    .join(', ') || 'posted';

const judge = (voucher: VoucherDraft, settings?: Partial<BookSettings>) =>
  show(checkVoucher(voucher, { book: settings ? book(settings) : BOOK, today: '2026-02-10' }));

const SALE = 'D 1122 113.00 customer=C001 | C 6001 100.00 | C 2221.01.02 13.00';

// What is on the lines. Rows follow the order of the rules.
for (const [lines, outcome] of [
  [SALE, 'posted'],
  ['D 1002 113.00 | C 6001 100.00 | C 2221.01.02 13.00', 'posted'],
  ['D 1002 -113.00 | C 6001 -100.00 | C 2221.01.02 -13.00', 'posted'],
  ['', 'too_few_lines lines, one_sided lines'],
  ['D 1002 100.00', 'too_few_lines lines, one_sided lines, unbalanced lines'],
  ['D 1002 100.00 | C 9999 100.00', 'account_unknown lines[1].account'],
  ['D 1002 100.00 | C 2221 100.00', 'account_not_leaf lines[1].account'],
  ['D 1002 100.00 | C 2221.01 100.00', 'account_not_leaf lines[1].account'],
  ['D 6604 100.00 | C 1002 100.00', 'account_disabled lines[0].account'],
  ['D 1122 100.00 | C 6001 100.00', 'dimension_missing lines[0].dimensions.customer'],
  ['D 1122 100.00 customer=C001 store=S1 | C 6001 100.00', 'posted'],
  ['D 1122 100.00 customer=C002 | C 6001 100.00', 'dimension_unknown lines[0].dimensions.customer'],
  ['D 1122 100.00 customer=C009 | C 6001 100.00', 'dimension_disabled lines[0].dimensions.customer'],
  ['D 1122 100.00 customer=C001 store=S2 | C 6001 100.00', 'dimension_unknown lines[0].dimensions.store'],
  ['D 1122 100.00 customer=C001 | C 6001 100.00 store=S1', 'dimension_not_allowed lines[1].dimensions.store'],
  [
    'D 1122 100.00 customer=C001 toString=x | C 6001 100.00',
    'dimension_not_allowed lines[0].dimensions.toString',
  ],
  ['D 1002 100.00 | C 6001 100.00 | C 6051 0.00', 'line_zero lines[2].debit'],
  ['D 1002 100.00 | D 1001 -100.00', 'one_sided lines'],
  ['D 1002 100.00 | C 6001 99.99', 'unbalanced lines'],
  ['D 1002 113.00 | C 6001 100.00 | C 2221.01.02 13.01', 'unbalanced lines'],
  ['D 1002 71.23 USD 10.00 @7.1234 | C 6001 71.23', 'posted'],
  ['D 1002 71.24 USD 10.00 @7.1234 | C 6001 71.24', 'posted'],
  ['D 1002 71.25 USD 10.00 @7.1234 | C 6001 71.25', 'fx_mismatch lines[0].amount'],
  ['D 1002 -71.23 USD -10.00 @7.1234 | C 6001 -71.23', 'posted'],
  ['D 1002 71.23 USD -10.00 @7.1234 | C 6001 71.23', 'fx_mismatch lines[0].amount'],
  ['D 1002 47.50 JPY 1000 @0.0475 | C 6001 47.50', 'posted'],
  ['D 1002 5.00 USD 0.00 @7.1234 | C 6603 5.00', 'posted'],
  ['D 1002 71.23 USD 10.00 @0 | C 6001 71.23', 'rate_missing lines[0].rate'],
  ['D 1002 71.23 USD 10.00 @- | C 6001 71.23', 'rate_missing lines[0].rate'],
  ['D 1002 71.23 CNY 10.00 @7.1234 | C 6001 71.23', 'fx_base_mismatch lines[0].amount'],
  ['D 1002 10.00 CNY 10.00 @1.0000 | C 6001 10.00', 'posted'],
  ['D 1405 50.00 qty=5 price=10 | C 1002 50.00', 'posted'],
  ['D 1405 10.00 qty=3 price=3.3333 | C 1002 10.00', 'posted'],
  ['D 1405 50.02 qty=5 price=10 | C 1002 50.02', 'quantity_mismatch lines[0].quantity'],
  ['D 1405 50.00 qty=five price=10 | C 1002 50.00', 'quantity_mismatch lines[0].quantity'],
  ['D 1405 50.00 | C 1002 50.00', 'quantity_missing:flag lines[0].quantity'],
  ["D 1002 50.00 '银行存款' | C 6001 50.00", 'summary_only_account:flag lines[0].summary'],
  ["D 1002 50.00 '  ' | C 6001 50.00", 'summary_missing lines[0].summary'],
  ['D 6001 50.00 | C 1002 50.00', 'pnl_direction:flag lines[0].debit'],
  ['D 1002 99.00 | D 6601 1.00 | C 1122 100.00 customer=C001', 'posted'],
] as const) {
  test(`voucher: ${lines || '(no lines)'} → ${outcome}`, () => assert.equal(judge(draft(lines)), outcome));
}

// What stands on the head.
for (const [name, changes, outcome] of [
  ['closed period', { date: '2026-01-31', period: 202601 }, 'period_closed date'],
  ['other period than the date', { date: '2026-03-01' }, 'period_mismatch period'],
  ['closed period named for an open date', { period: 202601 }, 'period_mismatch period'],
  ['period nobody set up', { period: 202699 }, 'period_missing period'],
  ['after the last period', { date: '2027-01-01' }, 'period_missing date'],
  ['before the book', { date: '2025-12-31', period: 202512 }, 'before_book_start date'],
  ['no date at all', { date: 'soon' }, 'period_missing date'],
  ['reviewed by another', { reviewedBy: 'wang' }, 'posted'],
  ['reviewed by its preparer', { reviewedBy: 'li' }, 'preparer_is_reviewer reviewedBy'],
  ['no paper', { attachmentCount: 0 }, 'attachment_missing attachmentCount'],
  ['no paper, closing', { attachmentCount: 0, kind: 'closing' }, 'posted'],
  ['no paper, correction', { attachmentCount: 0, kind: 'correction' }, 'posted'],
  ['no paper, reversal', { attachmentCount: 0, kind: 'reversal' }, 'posted'],
  ['two orders', { sourceKinds: ['order', 'order'] }, 'posted'],
  ['an order and a claim', { sourceKinds: ['order', 'claim'] }, 'mixed_sources:flag sourceKinds'],
] as const) {
  test(`voucher: ${name} → ${outcome}`, () => assert.equal(judge(draft(SALE, changes)), outcome));
}

// V08. Money on the debit, the credit, both or neither side.
for (const [lines, ...fitting] of [
  ['D 1002 5.00 | C 6001 5.00', '记', '收'],
  ['D 6602 5.00 | C 1001 5.00', '记', '付'],
  ['D 1001 5.00 | C 1002 5.00', '记', '付'],
  ['D 1012 5.00 | D 6603 1.00 | C 1002 6.00', '记', '付'],
  ['D 6602 5.00 | C 2202 5.00', '记', '转'],
  ['D 1002 -5.00 | C 6001 -5.00', '记', '收'],
] as const) {
  test(`voucher: ${lines} may be ${fitting.join(' or ')}`, () => {
    const words: VoucherWord[] = ['记', '收', '付', '转'];
    assert.deepEqual(
      words.filter((word) => judge(draft(lines, { word })) === 'posted'),
      words.filter((word) => fitting.some((fits) => fits === word)),
    );
  });
}

// V11 and V12. opening balance of each account, debit positive.
for (const [lines, opening, outcome] of [
  ['D 6602 5.00 | C 1001 5.00', { 1001: 500n }, 'posted'],
  ['D 6602 5.01 | C 1001 5.01', { 1001: 500n }, 'cash_negative lines[1].account'],
  ['D 1001 5.00 | C 6051 5.00', { 1001: -900n }, 'posted'],
  ['D 6602 5.00 | C 1001 9.00 | D 1001 4.00', { 1001: 500n }, 'posted'],
  ['D 6602 5.00 | C 1002 5.00', {}, 'bank_overdraft:flag lines[1].account'],
  [
    'D 1002 5.00 | C 1122 5.00 customer=C001',
    { 1122: 400n },
    'balance_side_unexpected:flag lines[1].account',
  ],
  ['D 1002 5.00 | C 1122 5.00 customer=C001', { 1122: 500n }, 'posted'],
  ['D 2202 5.00 | C 1002 5.00', { 1002: 900n }, 'balance_side_unexpected:flag lines[0].account'],
  ['D 1602 5.00 | C 1601 5.00', { 1601: 900n, 1602: -400n }, 'balance_side_unexpected:hold lines[0].account'],
  ['D 6061 5.00 | C 1002 5.00', { 1002: 900n }, 'posted'],
] as const) {
  test(`voucher: ${lines} after ${Object.entries(opening).join(' ') || 'nothing'} → ${outcome}`, () => {
    const balances = new Map(Object.entries(opening));
    const openingBalances = (account: string) => balances.get(account) ?? 0n;
    const findings = checkVoucher(draft(lines), { book: BOOK, today: '2026-02-10', openingBalances });
    assert.equal(show(findings), outcome);
  });
}

test('voucher: what a book may decide for itself', () => {
  const tolerant = judge(draft('D 1002 72.23 USD 10.00 @7.1234 | C 6001 72.23'), { fxToleranceMinor: 100n });
  const alone = judge(draft(SALE, { reviewedBy: 'li' }), { preparerMayNotReview: false });
  const paperless = judge(draft(SALE, { attachmentCount: 0 }), { attachmentsRequired: false });
  const debits = judge(draft('D 6001 5.00 | C 1002 5.00'), { pnlReversal: 'any' });
  assert.deepEqual([tolerant, alone, paperless, debits], ['posted', 'posted', 'posted', 'posted']);
});

test('voucher: closing debits revenue', () => {
  assert.equal(judge(draft('D 6001 5.00 | C 4103 5.00', { kind: 'closing' })), 'posted');
});

test('voucher: a line with two sides', () => {
  const [debit, credit] = parseLines('D 1002 5.00 | C 6001 5.00', 'CNY');
  const lines = [{ ...debit!, creditMinor: 500n, amountMinor: 1_000n }, credit!];
  assert.match(judge(draft('', { lines })), /^line_both_sides lines\[0\]\.debit/);
});

test('voucher: an amount no column could hold', () => {
  const lines = parseLines('D 1002 1.00 | C 6001 1.00', 'CNY').map((line) => ({
    ...line,
    debitMinor: line.debitMinor * 10n ** 18n,
    creditMinor: line.creditMinor * 10n ** 18n,
    amountMinor: line.amountMinor * 10n ** 18n,
  }));
  assert.equal(
    judge(draft('', { lines })),
    'amount_too_large lines[0].debit, amount_too_large lines[1].credit',
  );
});

test('voucher: a currency nobody knows', () => {
  const [debit, credit] = parseLines('D 1002 5.00 | C 6001 5.00', 'CNY');
  assert.equal(
    judge(draft('', { lines: [{ ...debit!, currency: 'RMB' }, credit!] })),
    'currency_unknown lines[0].currency',
  );
});

test('voucher: a summary of a thousand characters', () => {
  const lines = parseLines(`D 1002 5.00 '${'x'.repeat(1_000)}' | C 6001 5.00`, 'CNY');
  assert.equal(judge(draft('', { lines })), 'summary_too_long lines[0].summary');
});

test('voucher: a million lines get one answer, and a thousand bad ones twenty', () => {
  const [line] = parseLines('D 9999 1.00', 'CNY');
  const many = draft('', { lines: Array.from({ length: 1_000_000 }, () => line!) });
  assert.equal(judge(many), 'too_many_lines lines');
  const bad = checkVoucher(draft('', { lines: many.lines.slice(0, 1_000) }), {
    book: BOOK,
    today: '2026-02-10',
  });
  assert.equal(bad.filter(({ code }) => code === 'account_unknown').length, 20);
});

test('voucher: flags let it pass, anything else stops it', () => {
  const flagged: Finding = { code: 'pnl_direction', level: 2, effect: 'flag', at: '', params: {} };
  assert.equal(stopsPosting([flagged]), false);
  assert.equal(stopsPosting([flagged, { ...flagged, effect: 'hold' }]), true);
  assert.equal(stopsPosting([{ ...flagged, effect: 'block' }]), true);
});

test('voucher: every rule of a draft is in the written order', () => {
  assert.equal(
    VOUCHER_CHECKS.map(([rule]) => rule).join(' '),
    'size V06 V04 V05 V03 V02 V01 V08 V09 V10 V11 V12 V14 V15 V16 V17 V18',
  );
});

test('voucher: every message finds its parameters in the finding', () => {
  const bad = [
    draft('D 9999 1.00 | C 2221 2.00 | C 1122 0.00'),
    draft("D 1122 1.00 customer=C009 x=1 '应收账款' | D 1405 7.00 qty=1 price=2 ' ' | D 1405 1.00", {
      word: '转',
    }),
    draft('D 1002 7.00 USD 1.00 @9 | C 6604 1.00 CNY 2.00 @1', { date: '2026-03-01', reviewedBy: 'li' }),
    draft('D 6001 7.00 USD 1.00 @0 | C 1001 7.00', {
      date: '2026-01-01',
      period: 202601,
      sourceKinds: ['a', 'b'],
    }),
  ];
  const context = { book: BOOK, today: '2026-02-10', openingBalances: () => 0n };
  for (const { code, at, params } of bad.flatMap((voucher) => checkVoucher(voucher, context))) {
    assert.ok(catalogue.has(code), code);
    for (const language of LANGUAGES) {
      const { title, advice } = describe(code, { ...params, at }, language);
      assert.doesNotMatch(title + advice, /…/, `${code}: ${title}`);
    }
  }
});

test('voucher: whatever the amounts, it is posted exactly when debits equal credits', () => {
  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).filter((minor) => minor !== 0n);
  const lines = fc.array(fc.tuple(fc.boolean(), amount), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(lines, (amounts) => {
      fc.pre(amounts.some(([isDebit]) => isDebit) && amounts.some(([isDebit]) => !isDebit));
      const [line] = parseLines('D 1012 1.00', 'CNY');
      const voucher = draft('', {
        lines: amounts.map(([isDebit, minor]) => ({
          ...line!,
          debitMinor: isDebit ? minor : 0n,
          creditMinor: isDebit ? 0n : minor,
          amountMinor: minor,
        })),
      });
      const net = amounts.reduce((sum, [isDebit, minor]) => sum + (isDebit ? minor : -minor), 0n);
      assert.equal(judge(voucher), net === 0n ? 'posted' : 'unbalanced lines');
    }),
  );
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { compileFlow } from '#core/flows/compile-flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { journalize } from '#core/journalize/journalize.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';

const guide = (name: string) => readFileSync(join(import.meta.dirname, '../../docs/guides', name), 'utf8');

function blockOf(text: string, language: string): string {
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``).exec(text)?.[1] ?? '';
}

test('guides: the flow in the guide is one that the product accepts', () => {
  const parsed = parseFlow(parse(blockOf(guide('write-a-flow.md'), 'yaml')));
  assert.deepEqual(parsed.ok ? [] : parsed.refusals, []);
});

test('guides: both languages show the same flow and the same order', () => {
  for (const language of ['yaml', 'json']) {
    const english = blockOf(guide('write-a-flow.md'), language);
    assert.equal(blockOf(guide('write-a-flow.zh.md'), language), english);
    assert.notEqual(english, '');
  }
});

test('guides: the flow of the API guide is one that the product accepts', () => {
  const parsed = parseFlow(parse(blockOf(guide('use-the-api.md'), 'yaml')));
  assert.ok(parsed.ok);
  const compiled = compileFlow(parsed.value, { baseCurrency: 'CNY' });
  assert.deepEqual(compiled.ok ? [] : compiled.refusals, []);
});

test('guides: both languages show the same calls to Kingdee', () => {
  const calls = (name: string) => guide(name).match(/```sh\n[\s\S]*?```/g);
  assert.deepEqual(calls('connect-kingdee.zh.md'), calls('connect-kingdee.md'));
});

const BOOK = {
  baseCurrency: 'CNY',
  rates: [],
  periods: [{ id: 202611, startsOn: '2026-11-01', endsOn: '2026-11-30', state: 'open' }],
  settings: {
    fxToleranceMinor: 1n,
    preparerMayNotReview: true,
    pnlReversal: 'negative-credit',
    attachmentsRequired: false,
  },
} as const;

test('guides: the order in the guide becomes the vouchers in the guide', () => {
  const text = guide('write-a-flow.md');
  const parsed = parseFlow(parse(blockOf(text, 'yaml')));
  assert.ok(parsed.ok);
  const compiled = compileFlow(parsed.value, { baseCurrency: 'CNY' });
  assert.deepEqual(compiled.ok ? [] : compiled.refusals, []);
  assert.ok(compiled.ok);
  const order: unknown = JSON.parse(blockOf(text, 'json'));
  const [mapped] = compiled.value.run([order], { crosswalk: () => ({ to: 'C001', confidence: 1 }) });
  assert.deepEqual(mapped?.findings, []);
  const journalized = journalize(mapped?.documents ?? [], compiled.value.templates, BOOK, {
    preparedBy: 'guide',
  });
  const [sale, refund] = journalized.map(({ draft }) => draft?.lines.map(show));
  assert.deepEqual(sale, [...tableRows(text)]);
  assert.deepEqual(refund, [
    '网店退款 R-2026-0021（订单 S2026-0113） | 1122 | customer C001 | -54.50 | ',
    '网店退款 R-2026-0021（订单 S2026-0113） | 6001 | dept D10 |  | -50.00',
    '网店退款 R-2026-0021（订单 S2026-0113） | 22210102 |  |  | -4.50',
  ]);
});

function show({ summary, account, dimensions, debitMinor, creditMinor }: VoucherLine): string {
  const places = Object.entries(dimensions).map(([name, code]) => `${name} ${code}`);
  const amounts = [debitMinor, creditMinor].map((minor) => (minor === 0n ? '' : formatAmount(minor, 'CNY')));
  return [summary, account, places.join(', '), ...amounts].join(' | ');
}

/** The rows of the guide's voucher, without the names of the accounts. */
function tableRows(text: string): string[] {
  const rows = text.match(/^\| (网店|运费).*$/gm) ?? [];
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split('|')
      .map((cell, i) => (i === 1 ? (cell.trim().split(' ')[0] ?? '') : cell.trim()))
      .join(' | '),
  );
}

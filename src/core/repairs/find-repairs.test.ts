import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding } from '#core/validation/finding.ts';
import { findRepairs, type Repair } from './find-repairs.ts';

// finding                     at            params                        what could be done, the likeliest first
for (const [code, at, params, effect, shown] of [
  [
    'crosswalk_missing',
    'customer',
    { crosswalk: 'buyers', text: '8812' },
    'block',
    'crosswalk buyers 8812, correct customer',
  ],
  [
    'dimension_unknown',
    'lines[0].dimensions.customer',
    { dimension: 'customer', value: 'C9' },
    'block',
    'dimension-value customer C9',
  ],
  [
    'period_closed',
    'date',
    { period: '202601', date: '2026-01-31' },
    'block',
    'period 202601, correct doc_date',
  ],
  [
    'period_missing',
    'date',
    { period: '202701', date: '2027-01-31', last: '2026-12-31' },
    'block',
    'year 2027-01-31, correct doc_date',
  ],
  [
    'period_missing',
    'date',
    { period: '203601', date: '2036-01-31', last: '2026-12-31' },
    'block',
    'correct doc_date, year 2036-01-31',
  ],
  [
    'before_book_start',
    'date',
    { date: '2016-01-31', start: '2026-01-01' },
    'block',
    'correct doc_date, dismiss',
  ],
  [
    'rate_missing',
    'fx_rate',
    { currency: 'USD', type: 'spot', date: '2026-03-01' },
    'block',
    'rate USD spot 2026-03-01',
  ],
  ['account_unknown', 'lines[1].account', { account: '6999' }, 'block', 'account 6999'],
  ['duplicate_document', 'number', {}, 'block', 'dismiss, correct number'],
  ['field_missing', 'lines[2].sku', {}, 'block', 'correct lines[2].sku, flow lines[2].sku'],
  ['no_rule_matches', 'dept', { table: 'by-store' }, 'hold', 'flow dept, correct dept, release'],
  ['authority_exceeded', '', {}, 'hold', 'flow, release'],
  ['changed_after_posting', 'number', {}, 'hold', 'release'],
  ['template_missing', 'template', {}, 'block', 'flow template'],
  ['our_own_check', 'order_total', {}, 'hold', 'correct order_total, flow order_total, release'],
] as const) {
  test(`repair: ${code} at ${at || 'the document'} → ${shown}`, () => {
    const finding: Finding = { code, at, params, effect, level: 2 };
    assert.equal(findRepairs(finding).map(show).join(', '), shown);
  });
}

function show(repair: Repair): string {
  if (repair.kind === 'crosswalk') return `crosswalk ${repair.crosswalk} ${repair.from}`;
  return Object.values(repair)
    .filter((value) => value !== '')
    .join(' ');
}

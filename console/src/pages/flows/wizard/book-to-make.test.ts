import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookToMake } from './book-to-make.ts';

const values = { name: ' 上海门店 ', code: 'sh', currency: 'cny', standard: 'cas', year: 2026 } as const;
const book = { name: '上海门店', code: 'sh', baseCurrency: 'CNY', standard: 'cas', years: [2026] };

test('wizard: a book for a blank flow has the standard chart', () => {
  assert.deepEqual(bookToMake(values, undefined), book);
});

test('wizard: a book for a template has the details and dimensions it needs', () => {
  const needs = {
    details: ['vat'],
    dimensions: { AccountsReceivable: { customer: 'must', project: 'may' } },
    values: {},
    crosswalks: {},
  };
  const chart = {
    details: ['vat'],
    dimensions: { AccountsReceivable: { customer: 'must', project: 'may' } },
  };
  assert.deepEqual(bookToMake(values, needs), { ...book, chart });
});

test('wizard: a book for a rehearsal says so', () => {
  assert.deepEqual(bookToMake({ ...values, rehearsal: true }, undefined), { ...book, rehearsal: true });
});

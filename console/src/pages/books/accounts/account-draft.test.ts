import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, draftBelow, draftOf, inputOf } from './account-draft.ts';

const BANK = {
  code: '1002',
  element: 'BankDeposits',
  name: { zh: '银行存款', en: 'Bank deposits', ja: '銀行預金' },
  parentCode: null,
  class: 'asset' as const,
  side: 'debit' as const,
  enabled: true,
  dimensions: { bank: 'must' as const },
  cash: 'bank' as const,
  quantity: false,
  isLeaf: true,
};

test('an account that is not changed is saved as it was', () => {
  const { isLeaf: _, ...saved } = BANK;
  assert.deepEqual(inputOf(draftOf(BANK)), saved);
});

test('a new account takes after the one above it and needs one name only', () => {
  const draft = { ...draftBelow(BANK), code: '1002.01', zh: '工行', dimensions: { bank: 'no' as const } };
  assert.deepEqual(inputOf(draft), {
    code: '1002.01',
    name: { zh: '工行', en: '工行', ja: '工行' },
    parentCode: '1002',
    class: 'asset',
    side: 'debit',
    dimensions: {},
    cash: 'bank',
    quantity: false,
    enabled: true,
    element: null,
  });
});

test('a dimension the form does not offer stays, one it takes away goes', () => {
  const draft = { ...draftOf(BANK), dimensions: { bank: 'must' as const, channel: 'may' as const } };
  const saved = inputOf(changed(draft, { zh: '存款', dimensions: { bank: 'no' } }));
  assert.deepEqual([saved.name.zh, saved.dimensions], ['存款', { channel: 'may' }]);
});

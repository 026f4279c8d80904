import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Account } from './book.ts';
import { checkLaterAccounts, expandChart, laterAccounts, standardAccounts } from './chart.ts';

const cas = standardAccounts('cas');
const small = standardAccounts('cas-small');
const codesWhere = (accounts: readonly Account[], holds: (account: Account) => boolean) =>
  accounts
    .filter(holds)
    .map(({ code }) => code)
    .join(' ');

test('chart: 156 accounts of the enterprise standard, 66 of the small one, 22 later ones', () => {
  assert.deepEqual([cas.length, small.length, laterAccounts().length], [156, 66, 22]);
});

test('chart: the enterprise standard by class: 69 assets, 35 liabilities, 5 common, 7 equity, 7 cost, 33 profit and loss', () => {
  const count = (name: string) => cas.filter((row) => row.class === name).length;
  assert.deepEqual(
    ['asset', 'liability', 'common', 'equity', 'cost', 'pnl'].map(count),
    [69, 35, 5, 7, 7, 33],
  );
});

// The first digit says the class, differently in each standard.
for (const [standard, rows, classes] of [
  ['cas', cas, { 1: 'asset', 2: 'liability', 3: 'common', 4: 'equity', 5: 'cost', 6: 'pnl' }],
  ['cas-small', small, { 1: 'asset', 2: 'liability', 3: 'equity', 4: 'cost', 5: 'pnl' }],
] as const) {
  test(`chart: ${standard} keeps its first-digit rule, unique codes and unique elements`, () => {
    const byDigit = new Map<string, string>(Object.entries(classes));
    assert.deepEqual(
      rows.filter((row) => byDigit.get(row.code.slice(0, 1)) !== row.class),
      [],
    );
    assert.equal(new Set(rows.map(({ code }) => code)).size, rows.length);
    assert.equal(new Set(rows.map(({ element }) => element)).size, rows.length);
    assert.ok(rows.every(({ element }) => /^[A-Z][A-Za-z]+$/.test(element)));
  });
}

test('chart: contra accounts stand on the other side, two-sided ones on both', () => {
  const accounts = expandChart('cas');
  const contraAssets = codesWhere(accounts, (one) => one.class === 'asset' && one.side === 'credit');
  assert.equal(contraAssets, '1231 1304 1407 1471 1502 1512 1532 1602 1603 1622 1632 1702 1703');
  assert.equal(
    codesWhere(accounts, (one) => one.class === 'liability' && one.side === 'debit'),
    '2702',
  );
  assert.equal(
    codesWhere(accounts, (one) => one.class === 'equity' && one.side === 'debit'),
    '4201',
  );
  assert.equal(
    codesWhere(accounts, (one) => one.side === 'both'),
    '3001 3002 3101 3201 3202 6061 6101 6111 6901',
  );
});

// One code, two meanings: why nobody may match by code without knowing the standard.
for (const [code, inCas, inSmall] of [
  ['4001', '实收资本', '生产成本'],
  ['4101', '盈余公积', '制造费用'],
  ['5001', '生产成本', '主营业务收入'],
  ['5301', '研发支出', '营业外收入'],
  ['5401', '工程施工', '主营业务成本'],
] as const) {
  test(`chart: ${code} is ${inCas} in one standard and ${inSmall} in the other`, () => {
    const zhOf = (rows: typeof cas) => rows.find((row) => row.code === code)?.name.zh;
    assert.deepEqual([zhOf(cas), zhOf(small)], [inCas, inSmall]);
  });
}

test('chart: the same account has the same element, class and side in both standards', () => {
  const known = new Map([...cas, ...laterAccounts()].map((row) => [row.element, row]));
  for (const row of small) {
    const other = known.get(row.element);
    assert.deepEqual([row.element, other?.class, other?.side], [row.element, row.class, row.side]);
  }
  const renamed = small.filter((row) => known.get(row.element)?.name.zh !== row.name.zh);
  assert.deepEqual(
    renamed.map(({ name }) => name.zh),
    ['长期债券投资', '应付利润'],
  );
  const moved = small.filter((row) =>
    cas.some(({ element, code }) => element === row.element && code !== row.code),
  );
  assert.equal(moved.length, 22);
});

test('chart: later accounts have codes that are free in the 156, and elements of their own', () => {
  const later = Object.fromEntries(laterAccounts().map(({ element, code }) => [element, code]));
  assert.deepEqual(checkLaterAccounts('cas', later), []);
  assert.equal(expandChart('cas', { later }).length, 178);
});

for (const [element, code, refusal] of [
  ['RightOfUseAssets', '1651', undefined],
  ['LeaseLiabilities', '2601', 'chart_code_taken'],
  ['LeaseLiabilities', '26', 'chart_code_malformed'],
  ['Leases', '2651', 'chart_element_unknown'],
  ['ShortTermInvestments', '1109', 'chart_element_present'],
] as const) {
  test(`chart: ${element} as ${code} → ${refusal ?? 'accepted'}`, () => {
    const standard = refusal === 'chart_element_present' ? 'cas-small' : 'cas';
    assert.equal(checkLaterAccounts(standard, { [element]: code })[0]?.code, refusal);
  });
}

// scheme     account  parent   name
for (const [codeScheme, code, parent, name] of [
  ['dotted', '2221.01', '2221', '应交增值税'],
  ['dotted', '2221.01.02', '2221.01', '销项税额'],
  ['4-2-2', '22210101', '222101', '进项税额'],
  ['4-2-2', '222105', '2221', '待认证进项税额'],
  ['4-3', '2221001002', '2221001', '销项税额'],
] as const) {
  test(`chart: ${codeScheme} writes ${name} as ${code} under ${parent}`, () => {
    for (const standard of ['cas', 'cas-small'] as const) {
      const accounts = expandChart(standard, { codeScheme, details: ['vat'] });
      const account = accounts.find((one) => one.code === code);
      assert.deepEqual(
        [account?.name.zh, account?.parentCode, account?.isLeaf],
        [name, parent, account?.element !== 'VatPayable'],
      );
      assert.equal(accounts.find((one) => one.code === '2221')?.isLeaf, false);
    }
  });
}

test('chart: money accounts, dimensions and quantities are where they were asked for', () => {
  const accounts = expandChart('cas', {
    dimensions: { AccountsReceivable: { customer: 'must' } },
    quantity: ['FinishedGoods'],
  });
  assert.equal(
    codesWhere(accounts, ({ cash }) => cash === 'cash'),
    '1001',
  );
  assert.equal(
    codesWhere(accounts, ({ cash }) => cash === 'bank'),
    '1002 1012',
  );
  assert.equal(
    codesWhere(accounts, ({ dimensions }) => dimensions.customer === 'must'),
    '1122',
  );
  assert.equal(
    codesWhere(accounts, ({ quantity }) => quantity),
    '1405',
  );
  assert.ok(accounts.every(({ id }, index) => id === index + 1));
});

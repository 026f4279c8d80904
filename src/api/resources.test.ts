import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listAt, textAt, valueAt } from '#connectors/kit/json.ts';
import { sale } from './testing/sales-flow.ts';
import { testHub } from './testing/test-hub.ts';

const DEMO = '/api/v1/books/demo';
const name = { zh: '应收', en: 'Receivable', ja: '売掛' };
const account = (code: string, more: object = {}) => ({ code, name, class: 'asset', side: 'debit', ...more });

test('books and what is in them', async (t) => {
  const hub = await testHub(t);

  await t.test('a book from a ready-made chart', async () => {
    const { status, headers } = await hub.ask('POST', '/api/v1/books', {
      body: {
        code: 'small',
        name: '小企业',
        baseCurrency: 'CNY',
        standard: 'cas-small',
        years: [2025, 2026],
      },
    });
    assert.deepEqual([status, headers.location], [201, '/api/v1/books/small']);
    const accounts = await hub.ask('GET', '/api/v1/books/small/accounts');
    assert.equal((valueAt(accounts.body, 'items') as unknown[]).length, 66);
    const periods = await hub.ask('GET', '/api/v1/books/small/periods');
    assert.partialDeepStrictEqual(periods.body, { items: [{ id: 202501, state: 'open' }] });
  });

  await t.test('years with a gap are refused', async () => {
    const body = { code: 'gap', name: 'g', baseCurrency: 'CNY', standard: 'cas', years: [2024, 2026] };
    assert.equal(
      valueAt((await hub.ask('POST', '/api/v1/books', { body })).body, 'code'),
      'years_not_in_order',
    );
  });

  await t.test('accounts are added below others and found again', async () => {
    const accounts = [account('1122.01', { parentCode: '1122', dimensions: { customer: 'must' } })];
    assert.partialDeepStrictEqual(await hub.ask('PUT', `${DEMO}/accounts`, { body: { accounts } }), {
      status: 200,
    });
    const { body } = await hub.ask('GET', `${DEMO}/accounts`);
    const items = valueAt(body, 'items') as { code: string }[];
    assert.partialDeepStrictEqual(
      items.filter(({ code }) => code.startsWith('1122')),
      [
        { code: '1122', isLeaf: false },
        { code: '1122.01', isLeaf: true, enabled: true },
      ],
    );
  });

  for (const [why, accounts, code] of [
    ['no such parent', [account('9.1', { parentCode: '9' })], 'account_parent_unknown'],
    ['its own parent', [account('9', { parentCode: '9' })], 'account_parent_unknown'],
    [
      'two below each other',
      [account('9', { parentCode: '9.1' }), account('9.1', { parentCode: '9' })],
      'account_below_itself',
    ],
    ['twice', [account('9'), account('9')], 'account_given_twice'],
  ] as const) {
    await t.test(`accounts refused: ${why} → ${code}`, async () => {
      const { status, body } = await hub.ask('PUT', `${DEMO}/accounts`, { body: { accounts } });
      assert.deepEqual([status, valueAt(body, 'findings', 0, 'code')], [422, code]);
    });
  }

  await t.test('a credit limit travels as a decimal', async () => {
    const values = [{ code: 'C1', name: '客户一', creditLimit: '5000.5' }];
    await hub.ask('PUT', `${DEMO}/dimensions/customer`, { body: { values } });
    const { body } = await hub.ask('GET', `${DEMO}/dimensions/customer`);
    assert.partialDeepStrictEqual(body, { items: [{ code: 'C1', name: '客户一', creditLimit: '5000.50' }] });
    for (const [text, codes] of [
      ['客户一', ['C1']],
      ['c1', ['C1']],
      ['nobody', []],
    ] as const) {
      const found = await hub.ask('GET', `${DEMO}/dimensions/customer?enabled=true&text=${encodeURI(text)}`);
      assert.deepEqual(
        listAt(found.body, 'items').map((one) => textAt(one, 'code')),
        codes,
      );
    }
    const wrong = [{ code: 'C1', name: 'x', creditLimit: '0.001' }];
    const refused = await hub.ask('PUT', `${DEMO}/dimensions/customer`, { body: { values: wrong } });
    assert.equal(valueAt(refused.body, 'code'), 'amount_too_precise');
  });

  await t.test('rates and crosswalks', async () => {
    const rates = [{ currency: 'USD', type: 'spot', date: '2026-03-01', rate: '7.1234' }];
    assert.equal((await hub.ask('PUT', `${DEMO}/rates`, { body: { rates } })).status, 200);
    assert.deepEqual(valueAt((await hub.ask('GET', `${DEMO}/rates?currency=USD`)).body, 'items'), rates);
    const more = ['2026-03-02', '2026-03-03'].map((date) => ({ ...rates[0], date, rate: '7.2' }));
    await hub.ask('PUT', `${DEMO}/rates`, { body: { rates: more } });
    const first = await hub.ask('GET', `${DEMO}/rates?currency=USD&limit=2`);
    assert.deepEqual(valueAt(first.body, 'items'), more.toReversed());
    const second = await hub.ask('GET', String(valueAt(first.body, 'next')));
    assert.deepEqual(second.body, { items: rates, next: null });
    const odd = [{ currency: 'USD', type: 'spot', date: '2026-02-30', rate: '7' }];
    assert.equal((await hub.ask('PUT', `${DEMO}/rates`, { body: { rates: odd } })).status, 422);
    const pairs = [{ from: 'their;code', to: 'C1' }];
    assert.equal((await hub.ask('PUT', `${DEMO}/crosswalks/shop`, { body: { pairs } })).status, 200);
    assert.partialDeepStrictEqual((await hub.ask('GET', `${DEMO}/crosswalks/shop`)).body, {
      items: [{ from: 'their;code', to: 'C1', confidence: 1, confirmedBy: 'client:test' }],
    });
  });

  await t.test('periods close in order and reopen from the last', async () => {
    const period = (id: number, what: string, body?: object) =>
      hub.ask('POST', `${DEMO}/periods/${id}/${what}`, body && { body });
    assert.equal(valueAt((await period(202602, 'close')).body, 'code'), 'period_earlier_open');
    assert.partialDeepStrictEqual((await period(202601, 'close')).body, { id: 202601, state: 'closed' });
    assert.equal((await period(202601, 'close')).status, 409);
    const late = await hub.ask('POST', `${DEMO}/documents?flow=sales`, {
      body: sale('P-1', { date: '2026-01-05' }),
    });
    assert.equal(valueAt(late.body, 'findings', 0, 'code'), 'period_closed');
    assert.equal((await period(202601, 'reopen', {})).status, 400);
    const note = '漏记一张发票';
    assert.partialDeepStrictEqual((await period(202601, 'reopen', { note })).body, { state: 'open' });
    assert.equal((await period(209901, 'close')).status, 422);
  });

  await t.test('the next year is added, and no other; then a document of it has a period', async () => {
    const add = (year: number) => hub.ask('POST', `${DEMO}/years`, { body: { year } });
    const body = sale('Y-1', { date: '2027-01-05' });
    const tried = async () =>
      JSON.stringify((await hub.ask('POST', `${DEMO}/documents?flow=sales&dryRun=true`, { body })).body);
    assert.match(await tried(), /period_missing/);
    assert.partialDeepStrictEqual(await add(2028), { status: 409, body: { code: 'year_not_next' } });
    assert.partialDeepStrictEqual(await add(2027), {
      status: 201,
      body: { year: 2027, periods: [{ id: 202701, startsOn: '2027-01-01', state: 'open' }] },
    });
    assert.equal((await add(2027)).status, 409);
    assert.doesNotMatch(await tried(), /period_missing/);
  });
});

test('vouchers and balances', async (t) => {
  const hub = await testHub(t);
  for (const [number, amount] of [
    ['S-1', '100.00'],
    ['S-2', '0.10'],
    ['S-3', '7.77'],
  ] as const) {
    await hub.ask('POST', `${DEMO}/documents?flow=sales`, { body: sale(number, { amount }) });
  }

  await t.test('listed, filtered, with their documents', async () => {
    assert.equal((valueAt((await hub.ask('GET', `${DEMO}/vouchers`)).body, 'items') as unknown[]).length, 3);
    assert.equal(
      valueAt((await hub.ask('GET', `${DEMO}/vouchers?number=2`)).body, 'items', 0, 'total'),
      '0.10',
    );
    assert.deepEqual((await hub.ask('GET', `${DEMO}/vouchers?account=1002`)).body, { items: [], next: null });
    assert.partialDeepStrictEqual((await hub.ask('GET', `${DEMO}/vouchers/1`)).body, {
      label: '记-1',
      documents: [{ kind: 'sale', number: 'S-1', state: 'posted' }],
      names: {
        accounts: { 1122: [{ code: '1122', name: { zh: '应收账款' } }] },
        dimensions: { customer: { C1: 'C1' } },
      },
      reversedByLabel: null,
    });
    const { posting } = Object((await hub.ask('GET', `${DEMO}/vouchers/1`)).body);
    assert.match(textAt(posting, 'hash'), /^[0-9a-f]{64}$/);
    assert.match(textAt(posting, 'voucherHash'), /^[0-9a-f]{64}$/);
    assert.equal((await hub.ask('GET', `${DEMO}/vouchers/99`)).status, 404);
  });

  await t.test('a reversal is a red-letter voucher, once', async () => {
    const body = { note: '录错了' };
    const reversed = await hub.ask('POST', `${DEMO}/vouchers/1/reverse`, { body });
    assert.equal(reversed.status, 201);
    assert.partialDeepStrictEqual(reversed.body, {
      label: '记-4',
      kind: 'reversal',
      reverses: '1',
      total: '-100.00',
    });
    assert.partialDeepStrictEqual((await hub.ask('GET', `${DEMO}/vouchers/1`)).body, {
      reversedBy: '4',
      reversedByLabel: '记-4',
      documents: [{ state: 'reversed' }],
    });
    for (const [id, code] of [
      [1, 'voucher_already_reversed'],
      [4, 'voucher_is_reversal'],
      [99, 'not_found'],
    ] as const) {
      const again = await hub.ask('POST', `${DEMO}/vouchers/${id}/reverse`, { body });
      assert.equal(valueAt(again.body, 'code'), code);
    }
  });

  await t.test('balances and the trial balance are exact texts', async () => {
    assert.partialDeepStrictEqual((await hub.ask('GET', `${DEMO}/trial-balance`)).body, {
      balanced: true,
      rows: [
        { account: '1122', opening: '0.00', debit: '7.87', credit: '0.00', closing: '7.87' },
        { account: '6001', credit: '7.87', closing: '-7.87' },
      ],
      total: { opening: '0.00', debit: '7.87', credit: '7.87', closing: '0.00' },
    });
    assert.partialDeepStrictEqual(
      (await hub.ask('GET', `${DEMO}/trial-balance?from=202604&to=202612`)).body,
      {
        rows: [{ account: '1122', opening: '7.87', debit: '0.00' }, { account: '6001' }],
      },
    );
    const first = await hub.ask('GET', `${DEMO}/balances?limit=1`);
    assert.partialDeepStrictEqual(first.body, {
      items: [{ account: '1122', dimensions: { customer: 'C1' } }],
    });
    const second = await hub.ask('GET', String(valueAt(first.body, 'next')));
    assert.partialDeepStrictEqual(second.body, { items: [{ account: '6001' }], next: null });
    assert.equal((await hub.ask('GET', `${DEMO}/balances?after=nonsense`)).status, 400);
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sale } from '#api/testing/sales-flow.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { listAt, textAt, valueAt } from '#connectors/kit/json.ts';

const BOOK = '/api/v1/books/demo';

// number  date          amount    customer
const SALES = [
  ['S-1', '2026-01-05', '100.00', 'C1'],
  ['S-3', '2026-01-20', '30.00', 'C2'],
  ['S-2', '2026-01-10', '50.00', 'C1'],
  ['S-4', '2026-02-03', '7.50', 'C1'],
] as const;

test('ledgers and balances', async (t) => {
  const hub = await testHub(t);
  for (const [number, date, amount, customer] of SALES) {
    const { status } = await hub.ask('POST', `${BOOK}/documents?flow=sales`, {
      body: sale(number, { date, amount, customer }),
    });
    assert.equal(status, 201);
  }

  // query                                          opening    rows
  for (const [query, opening, rows] of [
    [
      'account=1122',
      'none 0.00',
      [
        '2026-01-05 记-1 D100.00 → debit 100.00',
        '2026-01-10 记-3 D50.00 → debit 150.00',
        '2026-01-20 记-2 D30.00 → debit 180.00',
        'period 202601 D180.00 → debit 180.00',
        'year 202601 D180.00 → debit 180.00',
        '2026-02-03 记-1 D7.50 → debit 187.50',
        'period 202602 D7.50 → debit 187.50',
        'year 202602 D187.50 → debit 187.50',
      ],
    ],
    [
      'account=1122&from=202602',
      'debit 180.00',
      [
        '2026-02-03 记-1 D7.50 → debit 187.50',
        'period 202602 D7.50 → debit 187.50',
        'year 202602 D187.50 → debit 187.50',
      ],
    ],
    [
      'account=1122&dimension=customer:C2',
      'none 0.00',
      [
        '2026-01-20 记-2 D30.00 → debit 30.00',
        'period 202601 D30.00 → debit 30.00',
        'year 202601 D30.00 → debit 30.00',
      ],
    ],
    ['account=6001&to=202512', 'none 0.00', []],
  ] as const) {
    await t.test(`ledger ${query}`, async () => {
      const { body } = await hub.ask('GET', `${BOOK}/ledger?${query}`);
      assert.equal(balanceText(valueAt(body, 'opening')), opening);
      assert.deepEqual(listAt(body, 'items').map(rowText), rows);
      assert.equal(valueAt(body, 'next'), null);
    });
  }

  await t.test('read page by page it is the same ledger, whatever the size of a page', async () => {
    const whole = await hub.ask('GET', `${BOOK}/ledger?account=1122`);
    for (const limit of [1, 2, 3, 4]) {
      const rows = await allRows(hub, `${BOOK}/ledger?account=1122&limit=${limit}`);
      assert.deepEqual(rows, listAt(whole.body, 'items').map(rowText), `limit ${limit}`);
    }
  });

  await t.test('an account that is not there is told', async () => {
    assert.equal((await hub.ask('GET', `${BOOK}/ledger?account=9999`)).status, 404);
  });

  await t.test('the trial balance by level and customer', async () => {
    const { body } = await hub.ask('GET', `${BOOK}/trial-balance?level=1&by=customer`);
    assert.partialDeepStrictEqual(body, { balanced: true, total: { debit: '187.50', credit: '187.50' } });
    const row = listAt(body, 'rows').find((one) => textAt(one, 'account') === '1122');
    assert.partialDeepStrictEqual(row, {
      level: 1,
      isLeaf: true,
      name: { zh: '应收账款' },
      by: [
        { code: 'C1', debit: '157.50' },
        { code: 'C2', debit: '30.00' },
      ],
    });
    const abroad = await hub.ask('GET', `${BOOK}/trial-balance?foreign=true`);
    assert.ok(listAt(abroad.body, 'rows').every((one) => listAt(one, 'foreign').length === 0));
  });

  await t.test('the chart as a tree', async () => {
    const { body } = await hub.ask('GET', `${BOOK}/accounts/tree`);
    const cash = listAt(body, 'items').find((one) => textAt(one, 'code') === '1001');
    assert.partialDeepStrictEqual(cash, { code: '1001', children: [] });
  });
});

test('a period is closed when nothing on its list blocks it', async (t) => {
  const hub = await testHub(t);
  const send = (number: string, customer: string) =>
    hub.ask('POST', `${BOOK}/documents?flow=sales`, {
      body: sale(number, { date: '2026-01-05', customer }),
    });
  await send('P-1', 'C1');
  await send('P-2', 'nobody');
  const wrong = async () => {
    const { body } = await hub.ask('GET', `${BOOK}/periods/202601/checklist`);
    const checks = listAt(body, 'checks').filter((check) => valueAt(check, 'ok') === false);
    return [valueAt(body, 'ready'), ...checks.map((check) => textAt(check, 'code'))].join(' ');
  };
  assert.equal(await wrong(), 'false closing_exceptions_open closing_result_not_carried');
  const refused = await hub.ask('POST', `${BOOK}/periods/202601/close`);
  assert.partialDeepStrictEqual(refused, {
    status: 409,
    body: { code: 'period_not_ready', findings: [{ code: 'closing_exceptions_open' }] },
  });
  const id = textAt((await hub.ask('GET', '/api/v1/exceptions')).body, 'items', 0, 'id');
  await hub.ask('POST', `/api/v1/exceptions/${id}/dismiss`, { body: { note: '测试' } });
  assert.equal(await wrong(), 'true closing_result_not_carried');
  assert.equal((await hub.ask('POST', `${BOOK}/periods/202601/close`)).status, 200);
});

function rowText(row: unknown): string {
  const label = textAt(row, 'voucher', 'label');
  const head =
    label === '' ? `${textAt(row, 'type')} ${textAt(row, 'period')}` : `${textAt(row, 'date')} ${label}`;
  return `${head} D${textAt(row, 'debit')} → ${balanceText(valueAt(row, 'balance'))}`;
}

function balanceText(balance: unknown): string {
  return `${textAt(balance, 'side')} ${textAt(balance, 'amount')}`;
}

async function allRows(hub: TestHub, url: string): Promise<string[]> {
  const rows: string[] = [];
  for (let next: unknown = url; typeof next === 'string'; ) {
    const { body } = await hub.ask('GET', next);
    rows.push(...listAt(body, 'items').map(rowText));
    next = valueAt(body, 'next');
  }
  return rows;
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueAt } from '#connectors/kit/json.ts';
import { limitedPrincipal } from './testing/limited-principal.ts';
import { sale } from './testing/sales-flow.ts';
import { type TestHub, testHub } from './testing/test-hub.ts';

const DOCUMENTS = '/api/v1/books/demo/documents?flow=sales';

type Found = { externalId: string; state: string; document: { amount: string; partner: string } | null };

async function found(hub: TestHub, query: string): Promise<Found[]> {
  const { status, body } = await hub.ask('GET', `/api/v1/records?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return valueAt(body, 'items') as Found[];
}

const ids = (items: readonly Found[]) => items.map(({ externalId }) => externalId).join(' ');

/** Five sales posted, two on hold, one waiting on the lane. */
async function filled(hub: TestHub): Promise<void> {
  for (const body of [
    sale('S-1', { amount: '100.00', date: '2026-03-01' }),
    sale('S-2', { amount: '300.00', date: '2026-03-03', customer: 'C2' }),
    sale('S-3', { amount: '200.00', date: '2026-03-02' }),
    sale('T-4', { amount: '50.00', date: '2026-03-05' }),
    sale('T-5', { amount: '200.00', date: '2026-03-04', customer: 'C2' }),
    sale('H-6', { amount: '999.00', customer: 'C9' }),
    sale('H-7', { amount: '', customer: '' }),
  ]) {
    await hub.ask('POST', DOCUMENTS, { body });
  }
  await hub.ask('POST', '/hooks/till', { body: sale('W-8'), headers: { 'x-signature': 'hush' } });
}

test('records are searched, sorted and paged', async (t) => {
  const hub = await testHub(t);
  await filled(hub);

  for (const [query, expected] of [
    ['', 'W-8 H-7 H-6 T-5 T-4 S-3 S-2 S-1'],
    ['sort=received', 'S-1 S-2 S-3 T-4 T-5 H-6 H-7 W-8'],
    ['sort=externalId', 'H-6 H-7 S-1 S-2 S-3 T-4 T-5 W-8'],
    ['sort=-externalId&state=posted', 'T-5 T-4 S-3 S-2 S-1'],
    ['sort=amount&state=posted', 'T-4 S-1 S-3 T-5 S-2'],
    ['sort=-amount', 'H-6 S-2 T-5 S-3 S-1 T-4'],
    ['sort=date&state=posted', 'S-1 S-3 S-2 T-5 T-4'],
    ['state=held', 'H-7 H-6'],
    ['state=waiting', 'W-8'],
    ['state=ignored', ''],
    ['state=refused', ''],
    ['externalId=S-2', 'S-2'],
    ['number=S-3', 'S-3'],
    ['number=H-6', 'H-6'],
    ['voucher=记-2', 'S-2'],
    ['voucher=记字第2号&period=202603', 'S-2'],
    ['voucher=记-2&period=202604', ''],
    ['partner=C2', 'T-5 S-2'],
    ['partner=C9', 'H-6'],
    ['amountFrom=200&amountTo=300', 'T-5 S-3 S-2'],
    ['amountFrom=200&sort=amount', 'S-3 T-5 S-2 H-6'],
    ['dateFrom=2026-03-03&dateTo=2026-03-04&sort=date', 'S-2 T-5'],
    ['partner=C1&amountFrom=100', 'S-3 S-1'],
    ['q=S-', 'S-3 S-2 S-1'],
    ['q=S-&sort=amount', 'S-1 S-3 S-2'],
    ['q=200', 'T-5 S-3'],
    ['q=200.00&state=posted', 'T-5 S-3'],
    ['q=C2', 'T-5 S-2'],
    ['q=记2', 'S-2'],
    ['q=nothing', ''],
    ['flow=sales&connection=till&book=demo&kind=sale&q=T', 'T-5 T-4'],
    ['receivedTo=2020-01-01', ''],
    ['receivedFrom=2020-01-01&state=held', 'H-7 H-6'],
    ['became=posted', 'T-5 T-4 S-3 S-2 S-1'],
    ['became=ignored', ''],
  ] as const) {
    await t.test(`records?${query} → ${expected}`, async () => {
      assert.equal(ids(await found(hub, query)), expected);
    });
  }

  for (const sort of ['received', '-received', 'externalId', '-amount', 'date', 'amount'] as const) {
    await t.test(`page by page, sorted by ${sort}, it is the same list`, async () => {
      const whole = ids(await found(hub, `sort=${sort}`));
      const paged: Found[] = [];
      for (let next: unknown = `/api/v1/records?sort=${sort}&limit=2`; next; ) {
        const { body } = await hub.ask('GET', String(next));
        paged.push(...(valueAt(body, 'items') as Found[]));
        next = valueAt(body, 'next');
      }
      assert.equal(ids(paged), whole);
    });
  }

  for (const [query, code] of [
    ['after=zzz', 'cursor_invalid'],
    ['sort=colour', 'request_invalid'],
    ['voucher=12', 'value_invalid'],
    ['dateFrom=2026-02-30', 'time_invalid'],
    ['receivedFrom=yesterday', 'time_invalid'],
    ['amountFrom=0.001', 'amount_too_precise'],
    ['book=nope', 'not_found'],
  ] as const) {
    await t.test(`refused: records?${query} → ${code}`, async () => {
      assert.equal(valueAt((await hub.ask('GET', `/api/v1/records?${query}`)).body, 'code'), code);
    });
  }

  await t.test('what a record became is told with it', async () => {
    const [posted] = await found(hub, 'externalId=S-2');
    assert.partialDeepStrictEqual(posted, {
      state: 'posted',
      document: { book: 'demo', kind: 'sale', date: '2026-03-03', amount: '300.00', partner: 'C2' },
      voucher: { book: 'demo', word: '记', number: 2, period: 202603 },
    });
    const [held] = await found(hub, 'externalId=H-6');
    assert.partialDeepStrictEqual(held, { state: 'held', document: { number: 'H-6', amount: '999.00' } });
  });

  await t.test('who does not see amounts can neither read nor ask for them', async () => {
    const as = limitedPrincipal({
      permissions: ['records:read'],
      books: ['demo'],
      fields: [{ kind: 'sale', field: 'amount', show: 'masked' }],
    });
    const { body } = await hub.ask('GET', '/api/v1/records?externalId=S-2', { as });
    assert.equal(valueAt(body, 'items', 0, 'document', 'amount'), '•••');
    for (const query of ['amountFrom=1', 'sort=amount', 'partner=C1']) {
      const refused = await hub.ask('GET', `/api/v1/records?${query}`, { as });
      assert.deepEqual([refused.status, valueAt(refused.body, 'code')], [403, 'search_covered']);
    }
    const byAmount = await hub.ask('GET', '/api/v1/records?q=300.00', { as });
    assert.deepEqual(valueAt(byAmount.body, 'items'), []);
  });

  await t.test('who is granted another book finds nothing', async () => {
    const as = limitedPrincipal({ permissions: ['records:read'], books: ['other'] });
    for (const query of ['', '?q=S', '?sort=amount', '?state=held', '?became=posted']) {
      assert.deepEqual(valueAt((await hub.ask('GET', `/api/v1/records${query}`, { as })).body, 'items'), []);
    }
  });
});

test('vouchers and runs are sorted and filtered', async (t) => {
  const hub = await testHub(t);
  await filled(hub);
  const vouchers = async (query: string) => {
    const { status, body } = await hub.ask('GET', `/api/v1/books/demo/vouchers?${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    return (valueAt(body, 'items') as { number: number }[]).map(({ number }) => number).join(' ');
  };
  for (const [query, expected] of [
    ['', '5 4 3 2 1'],
    ['sort=number', '1 2 3 4 5'],
    ['sort=date', '1 3 2 5 4'],
    ['sort=-amount', '2 5 3 1 4'],
    ['amountFrom=200', '5 3 2'],
    ['amountTo=99.99', '4'],
    ['dateFrom=2026-03-02&dateTo=2026-03-03&sort=date', '3 2'],
    ['text=T-&period=202603', '5 4'],
    ['text=销售 S-1&dateFrom=2026-03-01&dateTo=2026-03-31', '1'],
    ['postedTo=2020-01-01', ''],
    ['account=6001&sort=number', '1 2 3 4 5'],
  ] as const) {
    await t.test(`vouchers?${query} → ${expected}`, async () =>
      assert.equal(await vouchers(query), expected),
    );
  }
  await t.test('a text alone would read every voucher there is', async () => {
    const { body } = await hub.ask('GET', '/api/v1/books/demo/vouchers?text=x');
    assert.equal(valueAt(body, 'code'), 'search_needs_period');
  });
  await t.test('vouchers page by page', async () => {
    const { body } = await hub.ask('GET', '/api/v1/books/demo/vouchers?sort=-amount&limit=2');
    const next = await hub.ask('GET', String(valueAt(body, 'next')));
    assert.deepEqual(
      (valueAt(next.body, 'items') as { number: number }[]).map(({ number }) => number),
      [3, 1],
    );
  });
  await t.test('runs by how much they held', async () => {
    await hub.ask('POST', '/api/v1/exceptions/1/replay', { body: {} });
    await hub.ask('POST', '/api/v1/exceptions/2/replay', { body: {} });
    for (const query of ['sort=held', 'sort=-finished', 'flow=sales&book=demo', 'startedFrom=2020-01-01']) {
      const { body } = await hub.ask('GET', `/api/v1/runs?${query}&limit=1`);
      const rest = await hub.ask('GET', String(valueAt(body, 'next')));
      assert.equal((valueAt(rest.body, 'items') as unknown[]).length, 1, query);
    }
  });
});

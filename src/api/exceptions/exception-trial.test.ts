import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { listAt, valueAt } from '#connectors/kit/json.ts';

const DOCUMENTS = '/api/v1/books/demo/documents?flow=sales';

test('what would become of an exception is tried and not kept', async (t) => {
  const hub = await testHub(t);
  const held = await hub.ask('POST', DOCUMENTS, { body: sale('T-1', { customer: null }) });
  const id = String(valueAt(held.body, 'exceptionId'));
  const ask = (changes: unknown) => hub.ask('POST', `/api/v1/exceptions/${id}/try`, { body: { changes } });

  const now = await ask([]);
  assert.equal(now.status, 200);
  assert.partialDeepStrictEqual(now.body, {
    before: {
      outcome: 'held',
      documents: [{ kind: 'sale', number: 'T-1', fields: { amount: { amount: '100.00' } } }],
      vouchers: [],
      findings: [{ code: 'field_missing', at: 'customer' }],
    },
    after: { outcome: 'held' },
  });

  const corrected = await ask([{ at: 'customer', value: 'C1' }]);
  assert.partialDeepStrictEqual(corrected.body, {
    before: { outcome: 'held' },
    after: { outcome: 'posted', vouchers: [{ total: '100.00', lines: [{ account: '1122' }, {}] }] },
  });

  const misplaced = await ask([{ at: 'lines[3].sku', value: 'C1' }]);
  assert.deepEqual([misplaced.status, valueAt(misplaced.body, 'code')], [422, 'correction_without_place']);

  const { body } = await hub.ask('GET', '/api/v1/books/demo/vouchers');
  assert.equal(listAt(body, 'items').length, 0);
  const kept = await hub.ask('GET', `/api/v1/exceptions/${id}`);
  assert.equal(valueAt(kept.body, 'state'), 'open');
});

test('codes are counted under their names', async (t) => {
  const hub = await testHub(t);
  await hub.ask('POST', DOCUMENTS, { body: sale('T-2', { customer: null }) });
  const { body } = await hub.ask('GET', '/api/v1/exceptions/counts');
  assert.deepEqual(valueAt(body, 'items'), [{ code: 'field_missing', title: '必填字段为空', count: 1 }]);
});

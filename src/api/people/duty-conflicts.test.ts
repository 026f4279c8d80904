import assert from 'node:assert/strict';
import { test } from 'node:test';
import { administrator, somebody } from '#api/testing/people-at-work.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { listAt, valueAt } from '#connectors/kit/json.ts';

test('duties: what people hold together against a rule is listed, whether it is on or off', async (t) => {
  const hub = await testHub(t);
  const admin = await administrator(hub);
  await somebody(hub, 'both', ['cashier', 'accountant']);
  await somebody(hub, 'fine', ['cashier', 'approver']);
  const gone = await somebody(hub, 'gone', ['cashier', 'auditor']);
  assert.equal(await admin.tell('PATCH', `/people/${gone.person_id}`, { state: 'disabled' }), '200 disabled');
  await admin.send('PUT', '/duties', { rules: [{ code: 'cash-ledger', on: false }] });

  const { body } = await admin.send('GET', '/duties/conflicts');
  assert.deepEqual(
    listAt(body, 'items').map((one) => [
      ...[valueAt(one, 'person', 'login'), valueAt(one, 'rule'), valueAt(one, 'on'), valueAt(one, 'roles')],
    ]),
    [
      ['both', 'cash-ledger', false, ['cashier', 'accountant']],
      ['fine', 'prepare-review', true, ['cashier', 'approver']],
    ],
  );
});

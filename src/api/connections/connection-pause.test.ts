import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { textAt } from '#connectors/kit/json.ts';
import { claimPolls, findFlow, scheduleFlow } from '#storage/flows.ts';

const TILL = '/api/v1/connections/till';
const NOTE = '供应商升级系统';

test('a connection waits, with a reason, and goes on', async (t) => {
  const hub = await testHub(t);
  const collected: string[] = [];
  Object.assign(hub.context.connectors[0]!, {
    collect: {
      sale: async function* () {
        collected.push('asked');
        yield { records: [], cursor: null };
      },
    },
  });
  const pause = (note = NOTE) => hub.ask('POST', `${TILL}/pause`, { body: { note } });
  const resume = () => hub.ask('POST', `${TILL}/resume`);
  const hook = (signature: string) =>
    hub.ask('POST', '/hooks/till', { body: sale('S-1'), headers: { 'x-signature': signature } });
  const due = async () => {
    const flow = (await findFlow(hub.database, 'sales'))!;
    await scheduleFlow(hub.database, flow.flow_id, new Date(0));
    return claimPolls(hub.database, () => new Date(0));
  };

  await t.test('not without a reason, and not what is not there', async () => {
    assert.equal((await pause('')).status, 400);
    assert.equal((await hub.ask('POST', '/api/v1/connections/none/resume')).status, 404);
    assert.equal(textAt((await resume()).body, 'code'), 'connection_not_paused');
  });

  await t.test('it waits: its state says since when, who and why', async () => {
    const said = { since: '2026-03-15T08:00:00.000Z', by: 'client:test', note: NOTE };
    const paused = { state: 'paused', pause: said };
    assert.partialDeepStrictEqual(await pause(), { status: 200, body: paused });
    assert.partialDeepStrictEqual((await hub.ask('GET', TILL)).body, paused);
    assert.partialDeepStrictEqual((await hub.ask('GET', `${TILL}/health`)).body, { state: 'paused' });
    assert.equal(textAt((await pause()).body, 'code'), 'connection_already_paused');
  });

  await t.test('its webhook is told to come again; a stranger only that it is one', async () => {
    const told = await hook('hush');
    assert.partialDeepStrictEqual(told, {
      status: 503,
      headers: { 'content-type': 'application/problem+json; charset=utf-8', 'retry-after': '300' },
      body: { code: 'connection_paused' },
    });
    assert.equal((await hook('wrong')).status, 401);
  });

  await t.test('its flows are not due, and cannot be run by hand', async () => {
    assert.deepEqual(await due(), []);
    const run = await hub.ask('POST', '/api/v1/flows/sales/runs');
    assert.deepEqual([run.status, textAt(run.body, 'code')], [409, 'connection_paused']);
    assert.deepEqual(collected, []);
  });

  await t.test('tested or set anew, it goes on waiting', async () => {
    assert.partialDeepStrictEqual(await hub.ask('POST', `${TILL}/test`), { body: { ok: true } });
    await hub.ask('PUT', TILL, { body: { title: '收银', settings: { password: '***' } } });
    assert.partialDeepStrictEqual((await hub.ask('GET', TILL)).body, { state: 'paused' });
  });

  await t.test('it goes on: the webhook is taken, its flows are due', async () => {
    assert.partialDeepStrictEqual(await resume(), { status: 200, body: { state: 'active', pause: null } });
    assert.partialDeepStrictEqual(await hook('hush'), { status: 200, body: { saved: 1 } });
    assert.equal((await due()).length, 1);
    assert.equal((await hub.ask('POST', '/api/v1/flows/sales/runs')).status, 202);
  });

  await t.test('all of it stands in the audit log', async () => {
    const log = await hub.database.query(
      "select action, actor, details ->> 'note' as note from audit_log where action in ('connection.pause', 'connection.resume') order by entry_id",
    );
    assert.deepEqual(log, [
      { action: 'connection.pause', actor: 'client:test', note: NOTE },
      { action: 'connection.resume', actor: 'client:test', note: null },
    ]);
  });
});

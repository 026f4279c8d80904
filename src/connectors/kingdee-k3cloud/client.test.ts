import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractPorts } from '#connectors/kit/contract-subject.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import { kingdeeK3cloud } from './connector.ts';
import { kingdeeSettings } from './settings.ts';
import { kingdeeK3cloudSimulator } from './simulator.ts';
import { connectTo, control, sampleMessage, settingsFor } from './testing.ts';

const signal = AbortSignal.timeout(60_000);
const words = { FormId: 'BD_VoucherGroup', FieldKeys: 'FName', OrderString: 'FNumber ASC' };

for (const signIn of ['app-secret', 'signed-login', 'password', 'signed-headers']) {
  test(`sign in by ${signIn}: works, and wrong credentials are refused`, async (t) => {
    const running = await kingdeeK3cloudSimulator.start({});
    t.after(() => running.close());
    const client = connectTo(running, { signIn });
    assert.deepEqual(await client.query(words, signal), [['记'], ['收'], ['付'], ['转']]);
    await client.close();
    const spoilt = connectTo(running, { signIn, appSecret: 'wrong-secret', password: 'wrong-password' });
    await assert.rejects(spoilt.query(words, signal), isRefusal('credentials_refused'));
  });
}

test('a session is opened once however many calls wait for it, and once again when it is lost', async (t) => {
  const running = await kingdeeK3cloudSimulator.start({});
  t.after(() => running.close());
  const logged: unknown[] = [];
  const settings = kingdeeSettings.parse(settingsFor(running, { timeoutMs: 5000 }));
  assert.ok(settings.ok);
  const client = await kingdeeK3cloud.connect(settings.value, contractPorts(logged));
  const logins = () => logged.filter((entry) => JSON.stringify(entry).includes('signed_on')).length;
  await Promise.all(Array.from({ length: 10 }, () => client.query(words, signal)));
  assert.equal(logins(), 1);
  await control(running, 'end-sessions');
  await Promise.all(Array.from({ length: 10 }, () => client.query(words, signal)));
  assert.equal(logins(), 2);
});

test('credentials revoked in the middle are a refusal, and the record can go on when they are back', async (t) => {
  const running = await kingdeeK3cloudSimulator.start({});
  t.after(() => running.close());
  const client = connectTo(running);
  const delivery = kingdeeK3cloud.deliver?.voucher;
  assert.ok(delivery);
  await delivery.send(client, [sampleMessage('k1')], [], signal);
  await control(running, 'revoke');
  await assert.rejects(delivery.find(client, ['k1'], signal, []), isRefusal('credentials_refused'));
  await control(running, 'restore');
  assert.equal((await delivery.find(client, ['k1'], signal, []))[0]?.state, 'audited');
});

test('the organisation of the settings is the one that is worked in', async (t) => {
  const running = await kingdeeK3cloudSimulator.start({});
  t.after(() => running.close());
  const supplier = { FormId: 'BD_Supplier', FieldKeys: 'FNumber' };
  for (const [signIn, orgNumber] of [
    ['app-secret', '200'],
    ['signed-headers', '200'],
  ] as const) {
    assert.deepEqual(await connectTo(running, { signIn, orgNumber }).query(supplier, signal), []);
  }
  await assert.rejects(
    connectTo(running, { orgNumber: '999' }).query(supplier, signal),
    isRefusal('kingdee_value_unknown'),
  );
});

test('a question for a field that is not there says what Kingdee said', async (t) => {
  const running = await kingdeeK3cloudSimulator.start({});
  t.after(() => running.close());
  const wrong = connectTo(running).query({ ...words, FieldKeys: 'FFoo' }, signal);
  await assert.rejects(wrong, (error) => {
    assert.ok(error instanceof RefusalError);
    assert.equal(error.refusal.code, 'kingdee_query_refused');
    assert.match(error.refusal.params?.answer ?? '', /FFoo/);
    return true;
  });
});

test('an edit lock is waited for, then handed on as a fault to retry', async (t) => {
  const running = await kingdeeK3cloudSimulator.start({ faults: { 'edit-lock': 1 } });
  t.after(() => running.close());
  const client = connectTo(running);
  const saving = kingdeeK3cloud.deliver?.voucher?.send(client, [sampleMessage('k1')], [], signal);
  await assert.rejects(saving ?? Promise.resolve(), (error) => {
    assert.ok(error instanceof Fault);
    assert.deepEqual(
      [error.code, error.retry.kind, error.outcomeUnknown],
      ['kingdee_edit_lock', 'retry', false],
    );
    return true;
  });
});

function isRefusal(code: string) {
  return (error: unknown) => {
    assert.ok(error instanceof RefusalError, String(error));
    assert.equal(error.refusal.code, code);
    return true;
  };
}

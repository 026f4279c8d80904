import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { SimulatorOptions } from '#connectors/kit/connector.ts';
import { Fault } from '#core/trouble/trouble.ts';
import { kingdeeK3cloud } from './connector.ts';
import { kingdeeK3cloudSimulator } from './simulator.ts';
import {
  connectTo,
  control,
  countKeys,
  SAMPLE_LINES,
  sampleLine,
  sampleMessage,
  signOnBare,
} from './testing.ts';

const signal = AbortSignal.timeout(60_000);
const delivery = kingdeeK3cloud.deliver?.voucher;
assert.ok(delivery);

async function start(t: TestContext, seed: object = {}, options: SimulatorOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'k3cloud-'));
  const seedFile = join(folder, 'seed.json');
  writeFileSync(seedFile, JSON.stringify(seed));
  const running = await kingdeeK3cloudSimulator.start({ seedFile, ...options });
  t.after(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });
  return running;
}

const receivable = [
  sampleLine('1122', 11300n, { dimensions: { customer: 'C001' } }),
  sampleLine('6001', -11300n),
];
const customers = { BD_Customer: [{ FNumber: 'C001', FName: '客户一' }] };

for (const [until, state] of [
  ['saved', 'saved'],
  ['submitted', 'submitted'],
  ['audited', 'audited'],
] as const) {
  test(`deliver: until ${until} → ${state}, with the number people know`, async (t) => {
    const client = connectTo(await start(t));
    const [receipt] = await delivery.send(client, [sampleMessage('k1', { until })], [], signal);
    assert.deepEqual([receipt?.state, receipt?.targetNumber, receipt?.refusal], [state, '记-1', undefined]);
  });
}

test('deliver: goes on from where the target stands', async (t) => {
  const client = connectTo(await start(t));
  await delivery.send(client, [sampleMessage('k1', { until: 'saved' })], [], signal);
  const found = await delivery.find(client, ['k1', 'k2'], signal, []);
  assert.deepEqual(
    found.map((receipt) => receipt.state),
    ['saved', 'absent'],
  );
  const receipts = await delivery.send(client, [sampleMessage('k1'), sampleMessage('k2')], found, signal);
  assert.deepEqual(
    receipts.map((receipt) => [receipt.state, receipt.targetNumber]),
    [
      ['audited', '记-1'],
      ['audited', '记-2'],
    ],
  );
});

// What is wrong with one voucher of a batch, and the refusal it gets; the others go through.
for (const [title, bad, code, at] of [
  [
    'unknown account',
    { lines: [sampleLine('9999', 1n), sampleLine('6001', -1n)] },
    'kingdee_value_unknown',
    'FACCOUNTID',
  ],
  ['closed period', { date: '2023-12-31' }, 'kingdee_period_closed', 'FDate'],
  [
    'missing dimension',
    { lines: [sampleLine('1122', 1n), sampleLine('6001', -1n)] },
    'kingdee_dimension_missing',
    'lines[0].FDetailID',
  ],
  [
    'parent account',
    { lines: [sampleLine('2221', 1n), sampleLine('6001', -1n)] },
    'kingdee_account_not_leaf',
    'lines[0].FACCOUNTID',
  ],
  [
    'unknown customer',
    { lines: [sampleLine('1122', 1n, { dimensions: { customer: 'C9' } }), sampleLine('6001', -1n)] },
    'kingdee_value_unknown',
    'FDetailID',
  ],
  [
    'unbalanced',
    { lines: [sampleLine('1002', 1n), sampleLine('6001', -2n)] },
    'kingdee_unbalanced',
    'FEntity',
  ],
  [
    'dimension the account does not take',
    { lines: [sampleLine('1002', 1n, { dimensions: { customer: 'C001' } }), sampleLine('6001', -1n)] },
    'kingdee_dimension_not_taken',
    'lines[0].dimensions.customer',
  ],
  [
    'dimension nobody knows',
    { lines: [sampleLine('1002', 1n, { dimensions: { mood: 'x' } }), sampleLine('6001', -1n)] },
    'kingdee_dimension_unknown',
    'lines[0].dimensions.mood',
  ],
  [
    'currency they do not have',
    { lines: [sampleLine('1002', 1n, { currency: 'THB' }), sampleLine('6001', -1n)] },
    'kingdee_currency_unknown',
    'lines[0].currency',
  ],
  [
    'amount too long to be exact',
    { lines: [sampleLine('1002', 10n ** 16n), sampleLine('6001', -(10n ** 16n))] },
    'kingdee_amount_too_long',
    'lines[0]',
  ],
] as const) {
  test(`deliver: ${title} → ${code}`, async (t) => {
    const client = connectTo(await start(t, customers));
    const messages = [sampleMessage('k1'), sampleMessage('bad', bad), sampleMessage('k2')];
    const receipts = await delivery.send(client, messages, [], signal);
    assert.deepEqual(
      receipts.map((receipt) => receipt.state),
      ['audited', 'absent', 'audited'],
    );
    assert.deepEqual([receipts[1]?.refusal?.code, receipts[1]?.refusal?.at], [code, at]);
  });
}

test('deliver: slots of dimensions and fields are read from the tenant, not known beforehand', async (t) => {
  const seed = { ...customers, dimensions: { 客户: 'FFLEX12' }, dialect: 'FNumber', customFields: [] };
  const running = await start(t, seed);
  const client = connectTo(running);
  const key = "it's 50%_[odd]";
  const [receipt] = await delivery.send(client, [sampleMessage(key, { lines: receivable })], [], signal);
  assert.deepEqual([receipt?.state, receipt?.refusal], ['audited', undefined]);
  assert.equal((await delivery.find(client, [key], signal, []))[0]?.targetId, receipt?.targetId);
  const call = await signOnBare(running);
  const query = { FormId: 'GL_VOUCHER', FieldKeys: 'FEXPLANATION,FDetailID.FFLEX12.FNumber,FPeriod,FNumber' };
  const rows = await call('ExecuteBillQuery', { data: query });
  assert.match(JSON.stringify(rows), /order #1001\[TZ:it's 50%_\[odd\]\]","C001","202601"/);
});

test('deliver: what somebody deleted there is absent, and can be sent again although the body is the same', async (t) => {
  const running = await start(t);
  const client = connectTo(running);
  const message = sampleMessage('k1', { until: 'saved' });
  const [receipt] = await delivery.send(client, [message], [], signal);
  const call = await signOnBare(running);
  await call('Delete', { formid: 'GL_VOUCHER', data: { Ids: receipt?.targetId } });
  assert.equal((await delivery.find(client, ['k1'], signal, [message]))[0]?.state, 'absent');
  await assert.rejects(delivery.send(client, [message], [], signal), (error) => {
    assert.ok(error instanceof Fault);
    assert.deepEqual([error.code, error.retry.kind, error.outcomeUnknown], ['kingdee_repeat', 'wait', true]);
    return true;
  });
  const later = connectTo(running);
  later.repeats.note(['k1'], 0);
  assert.equal((await delivery.send(later, [message], [], signal))[0]?.state, 'saved');
  assert.deepEqual(await countKeys(running, ['k1']), { k1: 1 });
});

test('deliver: a key that is there twice, or a void voucher, needs a person', async (t) => {
  const running = await start(t);
  const client = connectTo(running);
  await delivery.send(client, [sampleMessage('twice', { until: 'saved' })], [], signal);
  await delivery.send(
    connectTo(running),
    [sampleMessage('twice', { until: 'saved', lines: SAMPLE_LINES.toReversed() })],
    [],
    signal,
  );
  const [voided] = await delivery.send(client, [sampleMessage('void')], [], signal);
  const call = await signOnBare(running);
  await call('ExcuteOperation', {
    formid: 'GL_VOUCHER',
    opNumber: 'Cancel',
    data: { Ids: voided?.targetId },
  });
  const found = await delivery.find(client, ['twice', 'void'], signal, []);
  assert.deepEqual(
    found.map((receipt) => receipt.refusal?.code),
    ['kingdee_key_twice', 'kingdee_voucher_void'],
  );
  const again = await delivery.send(client, [sampleMessage('twice'), sampleMessage('void')], found, signal);
  assert.deepEqual(
    again.map((receipt) => receipt.refusal?.code),
    ['kingdee_key_twice', 'kingdee_voucher_void'],
  );
});

test('deliver: keys that differ only in capitals are two keys', async (t) => {
  const client = connectTo(await start(t));
  await delivery.send(client, [sampleMessage('order:a1')], [], signal);
  const found = await delivery.find(client, ['order:A1', 'order:a1'], signal, []);
  assert.deepEqual(
    found.map((receipt) => receipt.state),
    ['absent', 'audited'],
  );
});

test('withdraw: from any state unless posted, and what was never there is absent', async (t) => {
  const running = await start(t);
  const client = connectTo(running);
  const states = ['saved', 'submitted', 'audited'] as const;
  await delivery.send(
    client,
    states.map((until) => sampleMessage(until, { until })),
    [],
    signal,
  );
  const [posted] = await delivery.send(client, [sampleMessage('posted')], [], signal);
  const call = await signOnBare(running);
  await call('ExcuteOperation', { formid: 'GL_VOUCHER', opNumber: 'Post', data: { Ids: posted?.targetId } });
  const left = await delivery.withdraw?.(client, [...states, 'posted', 'never'], signal);
  assert.deepEqual(
    left?.map((receipt) => [receipt.state, receipt.refusal?.code]),
    [...Array(3).fill(['absent', undefined]), ['audited', 'kingdee_posted'], ['absent', undefined]],
  );
});

test('deliver: one locked voucher of a batch stays behind without a refusal and comes along later', async (t) => {
  const running = await start(t);
  const client = connectTo(running);
  const messages = [sampleMessage('k1'), sampleMessage('k2')];
  const saved = await delivery.send(
    client,
    messages.map((message) => ({ ...message, until: 'saved' as const })),
    [],
    signal,
  );
  await control(running, 'lock', { ids: [saved[0]?.targetId] });
  const first = await delivery.send(client, messages, saved, signal);
  assert.deepEqual(
    first.map((receipt) => [receipt.state, receipt.refusal]),
    [
      ['saved', undefined],
      ['audited', undefined],
    ],
  );
  await control(running, 'unlock', { ids: [saved[0]?.targetId] });
  const second = await delivery.send(client, messages, first, signal);
  assert.deepEqual(
    second.map((receipt) => receipt.state),
    ['audited', 'audited'],
  );
});

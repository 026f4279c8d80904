import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kingdeeK3cloud } from './connector.ts';
import { kingdeeK3cloudSimulator } from './simulator.ts';
import { connectTo, sampleLine, sampleMessage, signOnBare } from './testing.ts';

const signal = AbortSignal.timeout(60_000);
const { lookup } = kingdeeK3cloud;

test('look-ups: accounts, partners, rates and balances', async (t) => {
  const running = await kingdeeK3cloudSimulator.start({});
  t.after(() => running.close());
  const call = await signOnBare(running);
  await call('Save', {
    formid: 'BD_Customer',
    data: { Model: { FNumber: 'C1', FName: '客户一' }, IsAutoSubmitAndAudit: true },
  });
  await call('Save', { formid: 'BD_Customer', data: { Model: { FNumber: 'C2', FName: '客户二' } } });
  const client = connectTo(running, { pageSize: 10 });
  await t.test('accounts', async () => {
    const accounts = (await Array.fromAsync(lookup?.accounts?.(client, signal) ?? [])).flat();
    const byCode = new Map(accounts.map((account) => [account.code, account]));
    assert.deepEqual(byCode.get('1122')?.dimensions, { customer: 'must' });
    assert.deepEqual([byCode.get('2221.01')?.isLeaf, byCode.get('2221.01')?.parentCode], [false, '2221']);
    assert.deepEqual([byCode.get('6001')?.class, byCode.get('6001')?.side], ['pnl', 'credit']);
  });
  await t.test('customers', async () => {
    const values = (await Array.fromAsync(lookup?.dimension?.(client, 'customer', signal) ?? [])).flat();
    assert.deepEqual(
      values.map(({ code, name, enabled }) => [code, name, enabled]),
      [
        ['C1', '客户一', true],
        ['C2', '客户二', false],
      ],
    );
  });
  await t.test('rates', async () => {
    const rates = (await Array.fromAsync(lookup?.rates?.(client, signal) ?? [])).flat();
    assert.deepEqual(
      rates.find((rate) => rate.currency === 'JPY'),
      { currency: 'JPY', type: 'HLTX01_SYS', date: '2024-01-01', rate: '0.048' },
    );
  });
  await t.test('balances', async () => {
    assert.deepEqual(await Array.fromAsync(lookup?.balances?.(client, 202601, signal) ?? []), [[]]);
    const lines = [
      sampleLine('1122', 123456789n, { dimensions: { customer: 'C1' } }),
      sampleLine('2221.01.02', -123456789n),
    ];
    await kingdeeK3cloud.deliver?.voucher?.send(client, [sampleMessage('k', { lines })], [], signal);
    const balances = (await Array.fromAsync(lookup?.balances?.(client, 202601, signal) ?? [])).flat();
    assert.deepEqual(balances, [
      {
        account: '1122',
        dimensions: { customer: 'C1' },
        debitMinor: 123456789n,
        creditMinor: 0n,
        closingMinor: 123456789n,
      },
      {
        account: '2221.01.02',
        dimensions: {},
        debitMinor: 0n,
        creditMinor: 123456789n,
        closingMinor: -123456789n,
      },
    ]);
  });
});

test('diagnosis: says step by step what works and what does not', async (t) => {
  const running = await kingdeeK3cloudSimulator.start({});
  t.after(() => running.close());
  const testing = async (other: Record<string, unknown> = {}) => {
    const steps = await kingdeeK3cloud.diagnose?.(connectTo(running, other), signal);
    return steps?.map(
      ({ found, refusal }) => refusal?.code ?? (typeof found === 'string' ? found : found.en),
    );
  };
  const good = await testing();
  assert.deepEqual([good?.length, good?.at(-1)], [4, 'F_TZ_KEY']);
  assert.match(good?.[2] ?? '', /^\d+ accounts; voucher words .*记.*; currencies .*CNY/);
  assert.deepEqual((await testing({ bookNumber: '999' }))?.slice(1), ['kingdee_book_unknown']);
  assert.deepEqual(await testing({ appSecret: 'wrong' }), ['credentials_refused']);
});

import type { RunningSimulator } from '#connectors/kit/connector.ts';
import { describeConnector } from '#connectors/kit/contract.ts';
import { kingdeeK3cloud } from './connector.ts';
import { kingdeeK3cloudSimulator } from './simulator.ts';
import { connectTo, countKeys, sampleMessage, settingsFor } from './testing.ts';

const signal = AbortSignal.timeout(120_000);

async function plant(running: RunningSimulator, keys: readonly string[]): Promise<string[]> {
  const client = connectTo(running);
  const messages = keys.map((key) => sampleMessage(key, { until: 'saved' }));
  const receipts = await kingdeeK3cloud.deliver?.voucher?.send(client, messages, [], signal);
  return (receipts ?? []).map((receipt) => receipt.targetId ?? '');
}

describeConnector({
  connector: kingdeeK3cloud,
  simulator: kingdeeK3cloudSimulator,
  settings: (running) => settingsFor(running, { pageSize: 7, overlapSeconds: 0 }),
  wrongCredentials: (settings) => ({ ...settings, appSecret: 'not-the-secret' }),
  collect: [
    {
      kind: 'voucher',
      prepare: async (running) => {
        await plant(running, ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
      },
      expected: (running) => externalIds(running),
      change: async (running) => (await plant(running, ['later']))[0] ?? '',
    },
  ],
  deliver: {
    voucher: {
      messages: (_running, count) =>
        Promise.resolve(Array.from({ length: count }, (_, at) => sampleMessage(`order:${at}`))),
      count: countKeys,
    },
  },
});

async function externalIds(running: RunningSimulator): Promise<string[]> {
  const client = connectTo(running);
  const rows = await client.query({ FormId: 'GL_VOUCHER', FieldKeys: 'FVoucherID', Limit: 1000 }, signal);
  return rows.map(([id]) => String(id));
}

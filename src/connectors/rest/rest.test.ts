import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { collectorOf } from '#connectors/kit/collector.ts';
import type { CollectedPage, Cursor, RunningSimulator, WriteBackMessage } from '#connectors/kit/connector.ts';
import { describeConnector } from '#connectors/kit/contract.ts';
import { connectWith, contractPorts } from '#connectors/kit/contract-subject.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import type { RestClient } from './client.ts';
import { rest } from './connector.ts';
import { AUTHS } from './simulator/gate.ts';
import { PAGINGS } from './simulator/pages.ts';
import { restSimulator } from './simulator.ts';
import { readState, restSettings, voucherMessages, writeBackMessage } from './test-bench.ts';

describeConnector({
  connector: rest,
  simulator: restSimulator,
  settings: (running) => ({ ...restSettings(running, 'oauth2', 'cursor'), timeoutSeconds: 0.3 }),
  start: { lateMs: 900 },
  wrongCredentials: (settings) => ({ ...settings, clientSecret: 'somebody-else-1' }),
  collect: [
    {
      kind: 'order',
      expected: async (running) => (await readState(running)).items,
      change: async (running) => {
        await control(running, 'items', '{"id":1003,"amount":"999.00"}');
        return '1003';
      },
    },
  ],
  deliver: {
    voucher: {
      messages: async (_, count) => voucherMessages(count),
      count: async (running) => (await readState(running)).vouchers,
    },
    writeBack: {
      messages: async (_, count) =>
        Array.from({ length: count }, (_, i) => writeBackMessage(`B-${i}`, String(1001 + i))),
      count: async (running, keys) => {
        const { notes } = await readState(running);
        return Object.fromEntries(keys.map((key, i) => [key, notes[1001 + i] === `记-${key}` ? 1 : 0]));
      },
    },
  },
});

let running: RunningSimulator;
before(async () => {
  running = await restSimulator.start({ seed: 3 });
});
after(() => running.close());

async function control(simulator: RunningSimulator, action: string, body = ''): Promise<void> {
  await fetch(`${simulator.url}_simulator/${action}`, { method: 'POST', body });
}

async function connect(settings: Record<string, unknown>): Promise<RestClient> {
  return connectWith(rest, settings, contractPorts([]));
}

async function pagesOf(client: RestClient, cursor: Cursor = null): Promise<CollectedPage[]> {
  const collect = collectorOf(rest, 'order');
  assert.ok(collect);
  return Array.fromAsync(collect(client, cursor, AbortSignal.timeout(10_000)));
}

const idsOf = (pages: readonly CollectedPage[]) =>
  pages.flatMap(({ records }) => records.map(({ externalId }) => externalId));

for (const auth of AUTHS) {
  for (const paging of PAGINGS) {
    test(`reads everything with ${auth} and ${paging}`, async () => {
      const pages = await pagesOf(await connect(restSettings(running, auth, paging)));
      assert.deepEqual(new Set(idsOf(pages)), new Set((await readState(running)).items));
    });
  }
}

test('a record is kept as it was written', async () => {
  const [page] = await pagesOf(await connect(restSettings(running, 'none', 'cursor')));
  const record = page?.records[0];
  assert.equal(
    Buffer.from(record?.raw ?? []).toString('utf8'),
    '{"id":1001,"no":"SO-1001","amount":"100.00","price":0.10,"memo":"\\u8ba2\\u5355 😀","updated_at":"2026-01-01T00:00:00.000Z"}',
  );
  assert.equal(record?.changedAt, '2026-01-01T00:00:00.000Z');
});

test('a token that was withdrawn is renewed once for many requests', async () => {
  const client = await connect(restSettings(running, 'oauth2', 'page'));
  await pagesOf(client);
  const { tokensIssued } = await readState(running);
  await control(running, 'expire-tokens');
  await Promise.all([pagesOf(client), pagesOf(client), pagesOf(client)]);
  assert.equal((await readState(running)).tokensIssued, tokensIssued + 1);
});

test('a read that stops in the middle goes on, and later finds only what changed', async () => {
  const simulator = await restSimulator.start({});
  try {
    const client = await connect(restSettings(simulator, 'basic', 'offset'));
    const pages = await pagesOf(client);
    const rest = await pagesOf(client, pages[0]?.cursor ?? null);
    assert.deepEqual(idsOf(rest), idsOf(pages.slice(1)));
    await control(
      simulator,
      'items',
      '{"id":1002,"amount":"1.00","updated_at":"2026-06-01T00:00:00Z"}\n{"id":"neu"}',
    );
    const news = await pagesOf(client, pages.at(-1)?.cursor ?? null);
    assert.ok(idsOf(news).length < 10 && idsOf(news).includes('1002') && idsOf(news).includes('neu'));
  } finally {
    await simulator.close();
  }
});

for (const auth of AUTHS.filter((name) => name !== 'none')) {
  test(`credentials of ${auth} revoked in the middle are a refusal, not a retry`, async () => {
    const simulator = await restSimulator.start({});
    try {
      const client = await connect(restSettings(simulator, auth, 'page'));
      const collect = collectorOf(rest, 'order');
      assert.ok(collect);
      const pages = collect(client, null, AbortSignal.timeout(10_000))[Symbol.asyncIterator]();
      assert.equal((await pages.next()).done, false);
      await control(simulator, 'revoke');
      await assert.rejects(
        async () => pages.next(),
        (error) => error instanceof RefusalError && error.refusal.code === 'credentials_refused',
      );
    } finally {
      await simulator.close();
    }
  });
}

test('a JSON bomb is refused before it is parsed', async () => {
  const settings = { ...restSettings(running, 'none', 'none'), resources: { order: { path: '/bomb' } } };
  await assert.rejects(
    pagesOf(await connect(settings)),
    (error) => error instanceof RefusalError && error.refusal.code === 'rest_json_too_deep',
  );
});

test('writing back twice changes nothing the second time', async () => {
  const client = await connect(restSettings(running, 'hmac', 'none'));
  const messages: WriteBackMessage[] = [writeBackMessage('K1', 'A/1 ü'), writeBackMessage('K2', '1002')];
  const signal = AbortSignal.timeout(10_000);
  const deliver = async () => {
    const found = await rest.deliver?.writeBack?.find(client, ['K1', 'K2'], signal, messages);
    return rest.deliver?.writeBack?.send(client, messages, found ?? [], signal);
  };
  const first = await deliver();
  const { writes } = await readState(running);
  assert.deepEqual(await deliver(), first);
  assert.equal((await readState(running)).writes, writes);
  assert.equal((await readState(running)).notes['A/1 ü'], '记-K1');
});

test('a voucher they refuse comes back with their words', async () => {
  const client = await connect(restSettings(running, 'bearer', 'none'));
  const [message] = voucherMessages(1);
  assert.ok(message);
  const lines = message.voucher.lines.slice(1);
  const unbalanced = { ...message, businessKey: 'odd', voucher: { ...message.voucher, lines } };
  const [receipt] =
    (await rest.deliver?.voucher?.send(client, [unbalanced], [], AbortSignal.timeout(10_000))) ?? [];
  assert.equal(receipt?.state, 'absent');
  assert.equal(receipt?.refusal?.code, 'rest_refused');
  assert.match(receipt?.refusal?.params?.answer ?? '', /does not balance/);
});

test('a cut answer is a fault to retry', async () => {
  running.setFaults?.({ 'truncated-json': 1 });
  try {
    await assert.rejects(
      pagesOf(await connect(restSettings(running, 'none', 'page'))),
      (error) => error instanceof Fault && error.code === 'answer_not_understood',
    );
  } finally {
    running.setFaults?.({});
  }
});

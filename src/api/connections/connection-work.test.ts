import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sale } from '#api/testing/sales-flow.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import type { CollectedPage } from '#connectors/kit/connector.ts';
import { listAt, textAt, valueAt } from '#connectors/kit/json.ts';
import type { Rehearsals } from './rehearsals.ts';

const TILL = '/api/v1/connections/till';

test('a connection is sampled and looked into, and nothing of it is kept', async (t) => {
  const hub = await testHub(t);
  teach(hub);

  await t.test('a few records of a kind, and what stands in them', async () => {
    const sampled = await hub.ask('POST', `${TILL}/samples`, { body: { kind: 'sale', limit: 3 } });
    assert.partialDeepStrictEqual(sampled, {
      status: 200,
      body: {
        rehearsal: false,
        samples: [{ number: 'S-0' }, { number: 'S-1' }, { number: 'S-2' }],
        fields: [{ path: 'number', type: 'text', examples: ['S-0', 'S-1', 'S-2'] }],
      },
    });
    assert.equal(listAt(sampled.body, 'samples').length, 3);
    assert.deepEqual(listAt((await hub.ask('GET', '/api/v1/records')).body, 'items'), []);
    const other = await hub.ask('POST', `${TILL}/samples`, { body: { kind: 'refund' } });
    assert.equal(textAt(other.body, 'code'), 'collect_unsupported');
  });

  await t.test('rows of a file', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    const asked = { body: 'A;B', headers };
    const answer = await hub.ask('POST', `${TILL}/samples/file?name=till.csv`, asked);
    assert.partialDeepStrictEqual(answer.body, { samples: [{ text: 'A;B', file: 'till.csv' }] });
  });

  await t.test('accounts and dimensions, page by page', async () => {
    const first = await hub.ask('GET', `${TILL}/lookup/customer?limit=2`);
    assert.partialDeepStrictEqual(first.body, { items: [{ code: 'C1' }, { code: 'C2' }] });
    const next = textAt(first.body, 'next');
    assert.partialDeepStrictEqual((await hub.ask('GET', next)).body, {
      items: [{ code: 'C3', creditLimitMinor: '5' }],
      next: null,
    });
    const accounts = await hub.ask('GET', `${TILL}/lookup/accounts`);
    assert.equal(textAt(accounts.body, 'code'), 'lookup_unsupported');
  });

  await t.test('its health', async () => {
    assert.partialDeepStrictEqual((await hub.ask('GET', `${TILL}/health`)).body, {
      state: 'active',
      rehearsal: false,
      errorRate: null,
      circuit: { open: false, faults: 0 },
      throttle: { perSecond: 50 },
    });
  });
});

test('a connection rehearses while only rehearsal books are behind it', async (t) => {
  const hub = await testHub(t);
  const done: string[] = [];
  const rehearsals: Rehearsals = {
    supports: ({ name }) => name === 'till',
    start: async (connection) => {
      done.push(`start ${connection}`);
      return { url: 'http://127.0.0.1:9/', settings: { address: 'simulated', password: 'x' } };
    },
    feed: async (connection, count) => {
      done.push(`feed ${connection} ${count}`);
      return count;
    },
    stop: async (connection) => void done.push(`stop ${connection}`),
  };
  Object.assign(hub.context.rehearsals, rehearsals);
  const rehearse = (code: string, body: object) =>
    hub.ask('POST', `/api/v1/connections/${code}/rehearse`, { body });

  await t.test('not that of a real book', async () => {
    const refused = await rehearse('till', { on: true });
    assert.deepEqual([refused.status, textAt(refused.body, 'code')], [409, 'rehearsal_book_needed']);
    assert.deepEqual(done.splice(0), ['start till', 'stop till']);
  });

  await t.test('on, more, and off again, each said in every answer', async () => {
    const body = { code: 'two', connector: 'till', title: '二', settings: { password: 'hush' } };
    await hub.ask('POST', '/api/v1/connections', { body });
    const on = await rehearse('two', { on: true, records: 5 });
    assert.partialDeepStrictEqual(on, {
      status: 200,
      body: { arrived: 5, rehearsal: { url: 'http://127.0.0.1:9/', by: 'client:test' } },
    });
    assert.equal(JSON.stringify(on.body).includes('simulated'), false, 'its settings stay inside');
    await rehearse('two', { on: true, records: 2 });
    const shown = await hub.ask('GET', '/api/v1/connections/two');
    assert.ok(valueAt(shown.body, 'rehearsal'));
    assert.partialDeepStrictEqual((await hub.ask('GET', '/api/v1/connections/two/health')).body, {
      rehearsal: true,
    });
    assert.partialDeepStrictEqual(await rehearse('two', { on: false }), { body: { rehearsal: null } });
    assert.deepEqual(done, ['start two', 'feed two 5', 'feed two 2', 'stop two']);
    const log = await hub.database.query<{ action: string }>(
      "select action from audit_log where action like 'connection.rehearse%' order by entry_id",
    );
    assert.deepEqual(
      log.map(({ action }) => action),
      ['connection.rehearse', 'connection.rehearse-end'],
    );
  });

  await t.test('a system without a simulator cannot', async () => {
    Object.assign(hub.context.rehearsals, { supports: () => false });
    assert.equal(textAt((await rehearse('two', { on: true })).body, 'code'), 'rehearsal_unsupported');
  });

  await t.test('a book is made for rehearsals and stays so', async () => {
    const book = { code: 'try', name: '演练', baseCurrency: 'CNY', standard: 'cas', years: [2026] };
    const made = await hub.ask('POST', '/api/v1/books', { body: { ...book, rehearsal: true } });
    assert.partialDeepStrictEqual(made, { status: 201, body: { rehearsal: true } });
    assert.partialDeepStrictEqual((await hub.ask('GET', '/api/v1/books/try')).body, { rehearsal: true });
  });
});

/** Gives the test's till what a larger system has. */
function teach({ context }: TestHub): void {
  const record = (content: object) => ({
    kind: 'sale',
    externalId: '1',
    mediaType: 'application/json',
    raw: Buffer.from(JSON.stringify(content)),
  });
  const customer = (code: string) => ({ code, name: code, enabled: true, creditLimitMinor: 5n });
  Object.assign(context.connectors[0]!, {
    collect: {
      sale: async function* (): AsyncGenerator<CollectedPage> {
        for (let page = 0; page < 5; page++) {
          yield { records: [0, 1].map((i) => record(sale(`S-${page * 2 + i}`))), cursor: null };
        }
      },
    },
    files: async function* ({ name, bytes }: { name: string; bytes: AsyncIterable<Uint8Array> }) {
      for await (const chunk of bytes) yield record({ text: Buffer.from(chunk).toString(), file: name });
    },
    lookup: {
      dimension: async function* () {
        yield [customer('C1'), customer('C2')];
        yield [customer('C3')];
      },
    },
  });
}

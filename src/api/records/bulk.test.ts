import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { valueAt } from '#connectors/kit/json.ts';
import { listExceptions } from '#storage/exceptions.ts';
import { finishRuns } from '#storage/runs.ts';

const URL = '/api/v1/books/demo/documents/bulk?flow=sales';
const NDJSON = { 'content-type': 'application/x-ndjson' };
const CSV = { 'content-type': 'text/csv' };

const lines = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => JSON.stringify(sale(`${prefix}-${i}`))).join('\n');

test('bulk uploads', async (t) => {
  const hub = await testHub(t, { limits: { bulkBytes: 3 * 2 ** 20 } });
  const send = (body: string | Buffer, headers: Record<string, string>, query = '') =>
    hub.ask('POST', URL + query, { body, headers });
  const runOf = async (body: unknown) => {
    await hub.work();
    await finishRuns(hub.database);
    return (await hub.ask('GET', `/api/v1/runs/${valueAt(body, 'id') ?? valueAt(body, 'runId')}`)).body;
  };

  await t.test('NDJSON: every line is saved and posted', async () => {
    const { status, body } = await send(`\ufeff${lines('A', 2500)}\r\n\r\n`, NDJSON);
    assert.equal(status, 202);
    assert.partialDeepStrictEqual(body, { collected: 2500, repeated: 0, waiting: 2500 });
    assert.partialDeepStrictEqual(await runOf(body), { state: 'done', posted: 2500, held: 0, waiting: 0 });
  });

  await t.test('the same upload again changes nothing', async () => {
    const { body } = await send(gzipSync(lines('A', 2500)), { ...NDJSON, 'content-encoding': 'gzip' });
    assert.partialDeepStrictEqual(body, { collected: 0, repeated: 2500 });
  });

  await t.test('bad lines are kept and held, each for its own reason', async () => {
    const bad = ['{"number": "B-1"', 'null', JSON.stringify(sale('B-3', { amount: '1,234.50' }))];
    const { body } = await send([lines('B', 1), ...bad].join('\n'), NDJSON);
    assert.partialDeepStrictEqual(await runOf(body), { posted: 1, held: 3 });
    const held = await listExceptions(hub.database, { state: 'open', limit: 10 });
    assert.deepEqual(held.flatMap(({ codes }) => codes).sort(), [
      'amount_not_a_number',
      'json_not_an_object',
      'record_not_json',
    ]);
  });

  const rows = 'number,date,amount,customer\nC-1,2026-03-01,5.00,C1\nC-2,2026-03-01,6.00,C2\n';
  for (const [name, body, headers, done] of [
    ['CSV', rows, CSV, { posted: 2, held: 0 }],
    [
      'CSV in GBK',
      Buffer.concat([
        Buffer.from('number,date,amount,customer,note\nG-1,2026-03-01,5.00,C1,'),
        Buffer.from([0xd6, 0xd0]),
      ]),
      { 'content-type': 'text/csv; charset=gbk' },
      { posted: 1, held: 0 },
    ],
    ['CSV with a short row', 'number,date,amount,customer\nD-1,2026-03-01\n', CSV, { posted: 0, held: 1 }],
    [
      'CSV with formulas',
      'number,date,amount,customer\nE-1,2026-03-01,=1+1,C1\n',
      CSV,
      { posted: 0, held: 1 },
    ],
    ['nothing', '', NDJSON, { posted: 0, held: 0 }],
  ] as const) {
    await t.test(`${name} → ${JSON.stringify(done)}`, async () => {
      const { status, body: told } = await send(body, headers);
      assert.equal(status, 202, JSON.stringify(told));
      assert.partialDeepStrictEqual(await runOf(told), done);
    });
  }

  const packed = gzipSync(lines('T', 5000), { level: 1 });
  const damaged = Buffer.from(packed);
  damaged.fill(0xff, Math.floor(damaged.length / 2), Math.floor(damaged.length / 2) + 200);
  for (const [name, body, headers, status, code] of [
    [
      'gzip cut short',
      packed.subarray(0, packed.length - 2000),
      { 'content-encoding': 'gzip' },
      422,
      'upload_truncated',
    ],
    ['gzip damaged', damaged, { 'content-encoding': 'gzip' }, 422, 'upload_damaged'],
    ['not gzip at all', 'plain', { 'content-encoding': 'gzip' }, 422, 'upload_damaged'],
    [
      'a gzip bomb',
      gzipSync(Buffer.alloc(50 * 2 ** 20, '\n')),
      { 'content-encoding': 'gzip' },
      413,
      'body_too_large',
    ],
    ['more than the limit', `${lines('L', 100)}\n${'\n'.repeat(4 * 2 ** 20)}`, {}, 413, 'body_too_large'],
    ['a line without end', `${lines('U', 3)}\n${'x'.repeat(2 ** 20 + 1)}`, {}, 413, 'line_too_long'],
    ['another packing', 'x', { 'content-encoding': 'br' }, 415, 'media_type_unsupported'],
    ['another format', '<x/>', { 'content-type': 'application/xml' }, 415, 'media_type_unsupported'],
    ['a doubled column', 'a,a\n1,2\n', CSV, 422, 'csv_header_invalid'],
    ['a quote that never closes', 'number,amount\nA,1\n"B,2', CSV, 422, 'csv_quote_open'],
    ['CSV in another encoding', Buffer.from([0x61, 0x0a, 0xd6, 0xd0]), CSV, 422, 'upload_not_text'],
    [
      'an encoding that does not exist',
      'a\n1',
      { 'content-type': 'text/csv; charset=klingon' },
      415,
      'media_type_unsupported',
    ],
  ] as const) {
    await t.test(`${name} → ${status} ${code}`, async () => {
      const answer = await send(body, { ...NDJSON, ...headers });
      assert.deepEqual([answer.status, valueAt(answer.body, 'code')], [status, code]);
    });
  }

  await t.test('what came before a break is kept, counted and posted', async () => {
    const { body } = await send(`${lines('K', 1234)}\n${'x'.repeat(2 ** 20 + 1)}`, NDJSON);
    assert.partialDeepStrictEqual(body, { line: 1234, kept: { collected: 1234, repeated: 0 } });
    assert.partialDeepStrictEqual(await runOf(body), { state: 'failed', collected: 1234, posted: 1234 });
  });

  await t.test('wait: the answer leaves when the run is done', async () => {
    const asked = send(lines('W', 50), NDJSON, '&wait=true');
    const settled = asked.then(() => true);
    while (!(await Promise.race([settled, Promise.resolve(false).finally(() => undefined)]))) {
      await hub.work();
      await finishRuns(hub.database);
    }
    const { status, body } = await asked;
    assert.equal(status, 200);
    assert.partialDeepStrictEqual(body, { state: 'done', posted: 50 });
  });

  await t.test('idField names lines by another member', async () => {
    const two = [sale('X-1', { id: 'same' }), sale('X-2', { id: 'same' })]
      .map((one) => JSON.stringify(one))
      .join('\n');
    const { body } = await send(two, NDJSON, '&idField=id');
    await runOf(body);
    const records = await hub.ask('GET', '/api/v1/records?connection=till&externalId=same');
    assert.equal(valueAt(records.body, 'items', 1, 'externalId'), 'same');
  });

  await t.test('Idempotency-Key: the same stream gets the stored answer, another is refused', async () => {
    const keyed = { ...NDJSON, 'idempotency-key': 'bulk-1' };
    const first = await send(lines('Y', 5), keyed);
    const again = await send(lines('Y', 5), keyed);
    const other = await send(lines('Z', 5), keyed);
    assert.deepEqual([again.status, again.body], [202, first.body]);
    assert.deepEqual([other.status, valueAt(other.body, 'code')], [422, 'idempotency_key_reused']);
    assert.equal(
      valueAt((await hub.ask('GET', '/api/v1/records?externalId=Z-1')).body, 'items', 0),
      undefined,
    );
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sale } from '#api/testing/sales-flow.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { valueAt } from '#connectors/kit/json.ts';
import { findBook } from '#storage/books.ts';
import { listVouchers } from '#storage/voucher-list.ts';

const DOCUMENTS = '/api/v1/books/demo/documents?flow=sales';
const book = (code: string) => ({ code, name: code, baseCurrency: 'CNY', standard: 'cas', years: [2026] });

test('what every request passes', async (t) => {
  const hub = await testHub(t);
  const token = await hub.tokenFor();

  for (const [name, authorization, status] of [
    ['no token', undefined, 401],
    ['no token at all', 'Bearer', 401],
    ['another token', token.replace(/.(?=.{20}$)/, (one) => (one === 'A' ? 'B' : 'A')), 401],
    ['a longer token', `${token}x`, 401],
    ['another scheme', token.replace('Bearer', 'Basic'), 401],
    ['the token', token.replace('Bearer', 'bearer'), 200],
  ] as const) {
    await t.test(`token: ${name} → ${status}`, async () => {
      const headers = authorization === undefined ? {} : { authorization };
      for (const url of ['/api/v1/books', '/api/v1/openapi.json', '/metrics']) {
        const answer = await hub.app.inject({ method: 'GET', url, headers });
        assert.equal(answer.statusCode, status, url);
      }
    });
  }

  await t.test('token: what does not exist is not told to strangers either', async () => {
    const answer = await hub.app.inject({ method: 'GET', url: '/api/v1/nothing' });
    assert.equal(answer.statusCode, 401);
  });

  await t.test('health and readiness need no token', async () => {
    for (const url of ['/health', '/ready']) {
      assert.equal((await hub.app.inject({ method: 'GET', url })).statusCode, 200);
    }
  });

  for (const [header, language, title] of [
    [undefined, 'zh', '没有账套“x”'],
    ['en-GB,en;q=0.9', 'en', 'There is no book "x"'],
    ['fr, ja;q=0.5, en;q=0.1', 'ja', '帳簿「x」はありません'],
    ['de', 'zh', '没有账套“x”'],
  ] as const) {
    await t.test(`language: ${header} → ${language}`, async () => {
      const headers: Record<string, string> = header === undefined ? {} : { 'accept-language': header };
      const answer = await hub.ask('GET', '/api/v1/books/x', { headers });
      assert.equal(answer.headers['content-language'], language);
      assert.partialDeepStrictEqual(answer.body, {
        type: '/api/v1/problems/not_found',
        title,
        status: 404,
        instance: '/api/v1/books/x',
        code: 'not_found',
      });
    });
  }

  for (const [name, body, status, code, headers] of [
    ['broken JSON', '{"a":', 400, 'json_invalid', {}],
    ['a polluted prototype', '{"__proto__":{"x":1}}', 400, 'json_invalid', {}],
    ['a bomb', `${'['.repeat(100_000)}`, 400, 'body_too_complex', {}],
    ['a million values', `[${'1,'.repeat(300_000)}1]`, 400, 'body_too_complex', {}],
    [
      'another type',
      'a=1',
      415,
      'media_type_unsupported',
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    ['a misspelt member', { ...book('B'), nmae: 'x' }, 400, 'request_invalid', {}],
    ['two megabytes', { ...book('B'), name: 'x'.repeat(2 ** 21) }, 413, 'body_too_large', {}],
    ['an unknown currency', { ...book('B'), baseCurrency: 'XXZ' }, 422, 'currency_unknown', {}],
    ['a book that exists', book('demo'), 409, 'already_exists', {}],
  ] as const) {
    await t.test(`body: ${name} → ${status} ${code}`, async () => {
      const answer = await hub.ask('POST', '/api/v1/books', { body, headers });
      assert.deepEqual([answer.status, valueAt(answer.body, 'code')], [status, code]);
    });
  }

  await t.test('a bug says a number outside and the cause in the log', async () => {
    await hub.database.script('alter table idempotency_keys rename to elsewhere');
    const answer = await hub.ask('POST', '/api/v1/books', {
      body: book('B1'),
      headers: { 'idempotency-key': 'k' },
    });
    await hub.database.script('alter table elsewhere rename to idempotency_keys');
    assert.equal(answer.status, 500);
    const id = valueAt(answer.body, 'correlationId');
    assert.doesNotMatch(JSON.stringify(answer.body), /idempotency_keys/);
    assert.match(JSON.stringify(hub.logged), new RegExp(String(id)));
  });

  await t.test('lists go on at `next` until it is null', async () => {
    await hub.ask('PUT', '/api/v1/books/demo/dimensions/project', {
      body: { values: Array.from({ length: 25 }, (_, i) => ({ code: `P${i + 10}`, name: 'p' })) },
    });
    const seen: unknown[] = [];
    let next: unknown = '/api/v1/books/demo/dimensions/project?limit=10';
    while (typeof next === 'string') {
      const { body } = await hub.ask('GET', next);
      seen.push(valueAt(body, 'items', 0, 'code'));
      next = valueAt(body, 'next');
    }
    assert.deepEqual(seen, ['P10', 'P20', 'P30']);
  });
});

test('Idempotency-Key', async (t) => {
  const hub = await testHub(t);
  const send = (key: string, url: string, body: unknown) =>
    hub.ask('POST', url, { body, headers: { 'idempotency-key': key } });
  const vouchers = async () => (await listVouchers(hub.database, { bookId: 1, page: { limit: 100 } })).length;

  await t.test('the same request gets the stored answer', async () => {
    const first = await send('a', '/api/v1/books', book('K1'));
    const again = await send('a', '/api/v1/books', book('K1'));
    assert.equal(first.status, 201);
    assert.deepEqual([again.status, again.body], [201, first.body]);
    assert.equal(again.headers['idempotency-replayed'], 'true');
  });

  await t.test('another body under the same key is refused and nothing happens', async () => {
    const answer = await send('a', '/api/v1/books', book('K2'));
    assert.deepEqual([answer.status, valueAt(answer.body, 'code')], [422, 'idempotency_key_reused']);
    assert.equal(await findBook(hub.database, 'K2'), null);
  });

  await t.test('another address under the same key is refused', async () => {
    const answer = await send('a', DOCUMENTS, book('K1'));
    assert.equal(valueAt(answer.body, 'code'), 'idempotency_key_reused');
  });

  await t.test('a refusal is kept like any answer', async () => {
    const first = await send('b', '/api/v1/books', book('demo'));
    const again = await send('b', '/api/v1/books', book('demo'));
    assert.deepEqual([first.status, again.status, again.body], [409, 409, first.body]);
  });

  await t.test('two at once do the work once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => send('c', '/api/v1/books', book('K3'))));
    const statuses = answers.map(({ status }) => status).sort();
    assert.equal(statuses[0], 201);
    assert.ok(
      statuses.every((status) => status === 201 || status === 409),
      String(statuses),
    );
    assert.ok(
      answers.every(({ status, body }) => status === 201 || valueAt(body, 'code') === 'idempotency_running'),
    );
  });

  await t.test('a single document with a key: one voucher, one answer', async () => {
    const first = await send('d', DOCUMENTS, sale('I-1'));
    const again = await send('d', DOCUMENTS, sale('I-1'));
    assert.deepEqual([first.status, again.status, again.body], [201, 201, first.body]);
    assert.equal((await send('d', DOCUMENTS, sale('I-2'))).status, 422);
    assert.equal(await vouchers(), 1);
  });

  for (const key of ['', 'with space', 'é', 'x'.repeat(201)]) {
    await t.test(`refused as a key: ${JSON.stringify(key.slice(0, 20))}`, async () => {
      const answer = await send(key, DOCUMENTS, sale('I-3'));
      assert.deepEqual([answer.status, valueAt(answer.body, 'code')], [400, 'idempotency_key_invalid']);
    });
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { listeningHub } from '#api/testing/listening-hub.ts';
import { sale } from '#api/testing/sales-flow.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { valueAt } from '#connectors/kit/json.ts';

const ESCAPE = '\u001b';

/** Would begin a line of its own in a log, a header or a file. */
const BREAKS = [
  'a\r\nlevel=info msg=forged',
  'a\nb',
  'a\u2028b',
  'a\u2029b',
  'a\u0085b',
  'a\u001b[2Jb',
  'a\u202eb',
  '\ufeffa',
];

test('injection: nothing that is typed begins a line in the log (ASVS v5.0.0-16.4.1)', async (t) => {
  const hub = await testHub(t);
  for (const text of BREAKS) {
    await t.test(`injection: ${JSON.stringify(text)}`, async () => {
      const headers = { 'sec-fetch-site': 'same-origin', 'user-agent': text.replace(/[\r\n]/g, ' ') };
      await hub.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers,
        payload: { login: text, password: text },
      });
      await hub.ask('POST', '/api/v1/people', { body: { login: text, name: text } });
      await hub.ask('POST', '/api/v1/webhooks', {
        body: { title: text, url: 'https://h.test/', events: ['voucher.posted'] },
      });
      await hub.ask('POST', '/api/v1/books/demo/documents?flow=sales', {
        body: sale(text, { customer: text }),
      });
      await hub.ask(
        'POST',
        `/api/v1/books/demo/documents?flow=sales&externalId=${encodeURIComponent(text)}`,
        { body: sale('L-1') },
      );
      await basicAuth(hub, text);
    });
  }
  const { entry } = await lastEntry(hub);
  for (const format of ['ndjson', 'csv']) {
    const { body } = await hub.ask('GET', `/api/v1/audit/export?format=${format}`);
    assert.ok(typeof body === 'string');
    if (format === 'ndjson') {
      const lines = body.trimEnd().split('\n');
      assert.ok(lines.length > entry, 'as many lines as entries');
      for (const line of lines) assert.equal(typeof JSON.parse(line), 'object');
    }
    assert.doesNotMatch(body, /^level=info/m);
    assert.ok(!body.includes(ESCAPE));
  }
  for (const line of hub.logged) assert.ok(!JSON.stringify(line).includes(ESCAPE));
});

test('injection: no name ends a header and begins another', async (t) => {
  const { hub, url } = await listeningHub(t);
  const authorization = await hub.tokenFor();
  for (const name of [
    'a"; filename="evil.exe',
    "x'); ",
    '中文',
    'a%0d%0aset-cookie:%20x=1',
    '..%2f..%2fetc%2fpasswd',
    '%22%3e%3cscript%3e',
  ]) {
    const answer = await fetch(`${url}/api/v1/books/demo/crosswalks/${name}/export?format=csv`, {
      headers: { authorization },
    });
    await answer.arrayBuffer();
    const told = answer.headers.get('content-disposition') ?? 'attachment; filename="none"';
    assert.match(told, /^attachment; filename="[\w.-]+"(; filename\*=UTF-8''[\w.%!'()*~-]+)?$/, name);
    assert.equal(answer.headers.get('set-cookie'), null);
    assert.ok(answer.status < 500);
  }
});

const LAUGHS = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`).join('\n')}\n`;
const JSON_BOMB = `{"number":${'['.repeat(100_000)}`;

test('injection: what grows when it is opened is not opened', async (t) => {
  const hub = await testHub(t, { limits: { bulkBytes: 4 * 2 ** 20 } });
  const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20, 0x61));
  const nested = gzipSync(gzipSync(Buffer.alloc(64 * 2 ** 20, 0x61)));
  const ndjson = { 'content-type': 'application/x-ndjson', 'content-encoding': 'gzip' };
  const xxe = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>';
  for (const [name, method, path, body, headers, statuses] of [
    ['a YAML bomb of aliases', 'POST', '/flows', LAUGHS, { 'content-type': 'application/yaml' }, [400, 422]],
    [
      'a YAML tag that makes things',
      'POST',
      '/flows',
      '!!js/function "function(){}"',
      { 'content-type': 'application/yaml' },
      [400, 422],
    ],
    ['a JSON bomb', 'POST', '/flows', JSON_BOMB, {}, [400, 422]],
    ['a JSON bomb as a document', 'POST', '/books/demo/documents?flow=sales', JSON_BOMB, {}, [422]],
    ['a gzip bomb', 'POST', '/books/demo/documents/bulk?flow=sales', bomb, ndjson, [413]],
    ['a gzip bomb in gzip', 'POST', '/books/demo/documents/bulk?flow=sales', nested, ndjson, [202, 413, 422]],
    ['XML with an entity', 'POST', '/books/demo/documents?flow=sales', xxe, {}, [422]],
    ['XML that says it is JSON', 'POST', '/books', xxe, {}, [400]],
    ['gzip where none is taken', 'POST', '/books', bomb, { 'content-encoding': 'gzip' }, [400, 415]],
  ] as const) {
    await t.test(`injection: ${name}`, async () => {
      const [startedAt, heap] = [performance.now(), process.memoryUsage().rss];
      const told = await hub.ask(method, `/api/v1${path}`, { body, headers });
      assert.ok(
        statuses.some((status) => status === told.status),
        `${told.status} ${JSON.stringify(told.body).slice(0, 300)}`,
      );
      assert.doesNotMatch(JSON.stringify(told.body), /root:x:|node_modules|\bat \w+ \(/);
      assert.ok(performance.now() - startedAt < 10_000, 'at once');
      assert.ok(process.memoryUsage().rss - heap < 300 * 2 ** 20, 'in little memory');
    });
  }
});

/** As a client whose id and secret are anything: what is refused is logged as well. */
async function basicAuth(hub: TestHub, text: string): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${encodeURIComponent(text)}:x`).toString('base64')}`;
  const payload = 'grant_type=client_credentials';
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
  const { statusCode } = await hub.app.inject({ method: 'POST', url: '/oauth/token', headers, payload });
  assert.ok(statusCode === 401 || statusCode === 400, String(statusCode));
}

async function lastEntry(hub: TestHub): Promise<{ readonly entry: number }> {
  const { body } = await hub.ask('GET', '/api/v1/audit?limit=1');
  return { entry: Number(valueAt(body, 'items', 0, 'id')) };
}

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fastify, { type FastifyInstance } from 'fastify';
import { answerPage, asksForPage, serveConsoleFiles } from './console-files.ts';

const PAGE =
  '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script src="/assets/a-1.js" nonce="__CSP_NONCE__">';

function hub(t: TestContext, isBuilt = true): FastifyInstance {
  const folder = mkdtempSync(join(tmpdir(), 'tongzhang-console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets/a-1.js'), 'plain');
  writeFileSync(join(folder, 'assets/a-1.js.br'), 'small');
  if (isBuilt) writeFileSync(join(folder, 'index.html'), PAGE);
  const app = fastify();
  serveConsoleFiles(app, folder);
  app.setNotFoundHandler((request, reply) =>
    asksForPage(request) ? answerPage(reply, folder) : reply.code(404).send('problem'),
  );
  t.after(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return app;
}

// method, address, accept → whether the console's page answers
for (const [method, url, accept, isPage] of [
  ['GET', '/', 'text/html,*/*', true],
  ['GET', '/records/12?tab=lines', 'text/html', true],
  ['HEAD', '/flows', 'text/html', true],
  ['GET', '/records/12', 'application/json', false],
  ['GET', '/records/12', '*/*', false],
  ['POST', '/records', 'text/html', false],
  ['GET', '/api/v1/nothing', 'text/html', false],
  ['GET', '/assets/gone.js', 'text/html', false],
  ['GET', '/hooks/x', 'text/html', false],
  ['GET', '/apiary', 'text/html', true],
] as const) {
  test(`console: ${method} ${url} for ${accept} is ${isPage ? 'the page' : 'not a page'}`, async (t) => {
    const { statusCode } = await hub(t).inject({ method, url, headers: { accept } });
    assert.equal(statusCode, isPage ? 200 : 404);
  });
}

test('console: each page has a nonce of its own, in the policy and nowhere unsafe', async (t) => {
  const app = hub(t);
  const ask = () => app.inject({ url: '/', headers: { accept: 'text/html' } });
  const [one, other] = [await ask(), await ask()];
  const policy = String(one.headers['content-security-policy']);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  assert.ok(nonce.length >= 22 && one.body.split(nonce).length === 3, one.body);
  assert.notEqual(one.body, other.body);
  assert.doesNotMatch(policy, /unsafe|\*|https?:/);
  assert.match(policy, /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/);
  assert.equal(one.headers['cache-control'], 'no-store');
});

test('console: files are kept for ever and sent small where the browser can', async (t) => {
  const app = hub(t);
  const small = await app.inject({ url: '/assets/a-1.js', headers: { 'accept-encoding': 'br' } });
  assert.equal(small.body, 'small');
  assert.equal(small.headers['content-encoding'], 'br');
  assert.equal(small.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.equal((await app.inject({ url: '/assets/a-1.js' })).body, 'plain');
});

for (const url of [
  '/assets/../index.html',
  '/assets/%2e%2e/index.html',
  '/assets/..%2findex.html',
  '/assets/.env',
]) {
  test(`console: ${url} leads nowhere`, async (t) => {
    const { statusCode, body } = await hub(t).inject({ url });
    assert.ok(statusCode >= 400 && !body.includes('csp-nonce'), `${statusCode} ${body}`);
  });
}

test('console: before it is built, visitors are told how', async (t) => {
  const { statusCode, body } = await hub(t, false).inject({ url: '/', headers: { accept: 'text/html' } });
  assert.equal(statusCode, 503);
  assert.match(body, /npm run build/);
});

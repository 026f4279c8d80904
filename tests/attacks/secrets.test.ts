import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { administrator, PASSWORD } from '#api/testing/people-at-work.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';
import { addressOf, TRIED } from '../access-matrix/requests.ts';
import { makeWorld } from '../access-matrix/world.ts';

const CANARY = 'canary-7f3a9c-not-to-be-told';

test('secrets: what was put in, no reading gives back (ASVS v5.0.0-13.3.1)', async (t) => {
  const { hub, things } = await makeWorld(t);
  const admin = await administrator(hub);
  const ask = async (path: string, body: unknown) => {
    const told = await hub.ask('POST', `/api/v1${path}`, {
      body,
      headers: { 'idempotency-key': `k${path}` },
    });
    assert.ok(told.status < 300, JSON.stringify(told.body));
    return told.body;
  };
  await ask('/connections', {
    code: 'sealed',
    connector: 'till',
    title: 's',
    settings: { address: 'x', password: CANARY },
  });
  const issuer = { issuer: 'https://issuer.test', clientId: 'hub', clientSecret: CANARY };
  await ask('/sign-on-providers', {
    ...{ code: 'sso', kind: 'oidc', titles: { zh: 's', en: 's', ja: 's' }, settings: issuer },
    ...{ enabled: false, trustsSecondFactor: false, mappings: [] },
  });
  const client = await ask('/clients', { id: 'sealed', name: 's', scopes: ['books:read'] });
  const webhook = await ask('/webhooks', { title: 's', url: 'https://h.test/', events: ['voucher.posted'] });
  const invited = await ask('/people', { login: 'invited', name: 's' });
  const link = await ask(`/people/${textAt(invited, 'id')}/link`, {});
  const totp = await admin.send('POST', '/me/totp');
  const known = [
    CANARY,
    PASSWORD,
    textAt(client, 'secret'),
    textAt(webhook, 'secret'),
    textAt(link, 'url').split('#')[1] ?? '',
    String(valueAt(totp.body, 'secret') ?? CANARY),
    ...admin.cookies.values(),
  ];
  assert.ok(
    known.every((secret) => secret.length > 12),
    'secrets were made',
  );

  await t.test('secrets: no GET of the API tells one', async () => {
    const here = {
      ...things.granted,
      connection: 'sealed',
      client: 'sealed',
      provider: 'sso',
      webhook: textAt(webhook, 'id'),
    };
    let asked = 0;
    for (const tried of TRIED.filter(({ method, path }) => method === 'GET' && !path.endsWith('/events'))) {
      for (const place of [here, things.granted]) {
        const { status, body } = await hub.ask('GET', addressOf(tried, place) ?? tried.path);
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        for (const secret of known) assert.ok(!text.includes(secret), `${tried.path} tells ${secret}`);
        asked += status === 200 ? 1 : 0;
      }
    }
    assert.ok(asked > 60, `only ${asked} were answered`);
  });

  for (const table of [
    'idempotency_keys',
    'audit_log',
    'sessions',
    'links',
    'people',
    'api_clients',
    'recovery_codes',
    'known_devices',
  ]) {
    await t.test(`secrets: none stands open in ${table}`, async () => {
      const rows = await hub.database.query<{ text: string }>(`select t::text as text from ${table} t`);
      const text = rows.map((row) => row.text).join('\n');
      for (const secret of known) {
        const bytes = Buffer.from(secret).toString('hex');
        assert.ok(!text.includes(secret) && !text.includes(bytes), `${table} holds ${secret}`);
      }
    });
  }
  await t.test('secrets: the log tells none', () => {
    for (const secret of known) assert.ok(!JSON.stringify(hub.logged).includes(secret));
  });
});

/** Shapes of keys that are kept by mistake. */
const SHAPES =
  /-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----\s*\n[A-Za-z0-9+/=]{40}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bxox[abp]-[0-9A-Za-z-]{20,}|\btzs_[A-Za-z0-9_-]{40,}|\bshp(?:at|ss)_[0-9a-f]{32}\b|\bsk_live_[0-9A-Za-z]{20,}|\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/;

test('secrets: none is in the repository', () => {
  const root = join(import.meta.dirname, '../..');
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
  const found = files.filter(
    (file) => !/\.(png|xlsx?|gz|woff2?)$/.test(file) && SHAPES.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(found, []);
  assert.deepEqual(
    files.filter((file) => /(^|\/)(\.env|.*\.(pem|key|p12|pfx))$/.test(file)),
    [],
  );
});

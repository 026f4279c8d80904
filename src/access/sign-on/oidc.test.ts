import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import { Oidc } from './oidc.ts';
import { oidcSettings } from './oidc-settings.ts';
import { Browser } from './testing/browser.ts';
import { CLIENT_ID, CLIENT_SECRET, testIssuer } from './testing/test-issuer.ts';

const redirectUri = 'https://hub.example/api/v1/sign-on/corp/callback';
const groups = { 'li.na': ['accountants', 'all-staff'] };

test('oidc: a person signs on at a real provider, with PKCE, state and nonce', async (t) => {
  const { oidc, asked } = await withIssuer(t);
  const leaving = await oidc.begin(asked);
  const { searchParams } = new URL(leaving.address);
  assert.equal(searchParams.get('code_challenge_method'), 'S256');
  assert.equal(searchParams.get('redirect_uri'), redirectUri);
  assert.deepEqual(await oidc.finish(asked, { ...leaving, query: await walk(leaving.address) }), {
    realm: asked.settings.issuer,
    subject: 'li.na',
    login: 'li.na',
    name: 'li.na at the provider',
    groups: ['accountants', 'all-staff'],
    hasSecondFactor: false,
  });
});

test('oidc: groups and names may come from UserInfo', async (t) => {
  const { oidc, asked } = await withIssuer(t, { userInfo: true });
  const leaving = await oidc.begin(asked);
  const { groups: told } = await oidc.finish(asked, { ...leaving, query: await walk(leaving.address) });
  assert.deepEqual(told, ['accountants', 'all-staff']);
});

test('oidc: keys that change while somebody is on the way do not keep them out', async (t) => {
  const { oidc, asked, issuer } = await withIssuer(t);
  const first = await oidc.begin(asked);
  await oidc.finish(asked, { ...first, query: await walk(first.address) });
  const second = await oidc.begin(asked);
  const query = await walk(second.address);
  await issuer.rotateKeys();
  assert.equal((await oidc.finish(asked, { ...second, query })).subject, 'li.na');
});

test('oidc: a code works once', async (t) => {
  const { oidc, asked } = await withIssuer(t);
  const leaving = await oidc.begin(asked);
  const arriving = { ...leaving, query: await walk(leaving.address) };
  await oidc.finish(asked, arriving);
  await assert.rejects(oidc.finish(asked, arriving), refusal('sign_on_not_proved'));
});

// What was changed between leaving and coming back.
for (const [name, change] of Object.entries({
  'another state': { state: 'x'.repeat(43) },
  'another nonce': { nonce: 'x'.repeat(43) },
  'another verifier': { verifier: 'x'.repeat(43) },
})) {
  test(`oidc: ${name} proves nothing`, async (t) => {
    const { oidc, asked } = await withIssuer(t);
    const leaving = await oidc.begin(asked);
    const query = await walk(leaving.address);
    await assert.rejects(oidc.finish(asked, { ...leaving, query, ...change }), refusal('sign_on_not_proved'));
  });
}

test('oidc: an answer of another issuer is not taken (mix-up)', async (t) => {
  const { oidc, asked } = await withIssuer(t);
  const other = await withIssuer(t);
  const leaving = await oidc.begin(asked);
  const query = await walk((await other.oidc.begin(other.asked)).address);
  const arriving = { ...leaving, query: { ...query, state: leaving.state } };
  await assert.rejects(oidc.finish(asked, arriving), refusal('sign_on_not_proved'));
});

test('oidc: the same subject of another provider is somebody else', async (t) => {
  const subjects = [];
  for (const { oidc, asked } of [await withIssuer(t), await withIssuer(t)]) {
    const leaving = await oidc.begin(asked);
    const { realm, subject } = await oidc.finish(asked, { ...leaving, query: await walk(leaving.address) });
    subjects.push({ realm, subject });
  }
  assert.equal(subjects[0]?.subject, subjects[1]?.subject);
  assert.notEqual(subjects[0]?.realm, subjects[1]?.realm);
});

test('oidc: a wrong client secret is a matter for the administrator', async (t) => {
  const { oidc, asked } = await withIssuer(t, { clientSecret: 'wrong' });
  const leaving = await oidc.begin(asked);
  const arriving = { ...leaving, query: await walk(leaving.address) };
  await assert.rejects(oidc.finish(asked, arriving), refusal('sign_on_misconfigured'));
});

test('oidc: whoever says no at the provider is told so', async (t) => {
  const { oidc, asked } = await withIssuer(t);
  const leaving = await oidc.begin(asked);
  const query = { error: 'access_denied', state: leaving.state, iss: asked.settings.issuer };
  await assert.rejects(oidc.finish(asked, { ...leaving, query }), refusal('sign_on_declined'));
});

test('oidc: a redirect address that is not registered to the letter leads to no code', async (t) => {
  const { oidc, asked } = await withIssuer(t);
  const elsewhere = { ...asked, redirectUri: `${redirectUri}/` };
  const leaving = await oidc.begin(elsewhere);
  const page = await new Browser().open(leaving.address, redirectUri);
  assert.match(page.html, /redirect_uri/);
});

test('oidc: a provider that does not answer is a fault, not a refusal', async (t) => {
  const { oidc, asked, issuer } = await withIssuer(t);
  const leaving = await oidc.begin(asked);
  const query = await walk(leaving.address);
  await issuer.close();
  await assert.rejects(
    oidc.finish(asked, { ...leaving, query }),
    (error) => error instanceof Fault && error.code === 'sign_on_unreachable',
  );
});

test('oidc: without TLS only on this machine, and only in development', async (t) => {
  const { asked } = await withIssuer(t);
  const strict = new Oidc({ ...ports, loopback: false });
  await assert.rejects(strict.begin(asked), refusal('sign_on_insecure'));
  const far = { ...asked, settings: { ...asked.settings, issuer: 'http://idp.example/' } };
  await assert.rejects(new Oidc(ports).begin(far), refusal('sign_on_insecure'));
});

test('oidc: the browser may end its session at the provider as well', async (t) => {
  const { oidc, asked } = await withIssuer(t);
  const address = new URL((await oidc.endAddress(asked, 'https://hub.example/sign-in')) ?? '');
  assert.equal(address.origin, asked.settings.issuer);
  assert.equal(address.searchParams.get('client_id'), CLIENT_ID);
  assert.equal(address.searchParams.get('post_logout_redirect_uri'), 'https://hub.example/sign-in');
});

const ports = { fetch, now: () => new Date(), loopback: true };

async function withIssuer(t: TestContext, more: Readonly<Record<string, unknown>> = {}) {
  const issuer = await testIssuer(t, { redirectUri, groups });
  const parsed = oidcSettings.parse({
    issuer: issuer.url,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    ...more,
  });
  assert.ok(parsed.ok);
  return { issuer, oidc: new Oidc(ports), asked: { settings: parsed.value, redirectUri } };
}

async function walk(address: string): Promise<Record<string, string>> {
  const back = await new Browser().signIn(address, 'li.na', redirectUri);
  return Object.fromEntries(back.searchParams);
}

function refusal(code: string) {
  return (error: unknown) => {
    assert.ok(error instanceof RefusalError, String(error));
    assert.equal(error.refusal.code, code, JSON.stringify(error.refusal));
    return true;
  };
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RefusalError } from '#core/trouble/trouble.ts';
import { Oidc } from './oidc.ts';
import { oidcSettings } from './oidc-settings.ts';
import { type Forgery, forgingIssuer } from './testing/forging-issuer.ts';

const redirectUri = 'https://hub.example/api/v1/sign-on/corp/callback';
const now = Math.floor(Date.now() / 1000);

// What the provider sends, and what comes of it (OWASP ASVS 5.0.0-9.1.1 to 9.2.3).
for (const [name, forgery, outcome] of [
  ['a right token', {}, 'li.na'],
  ['expired within the tolerance', { claims: { exp: now - 10 } }, 'li.na'],
  ['expired', { claims: { exp: now - 120 } }, 'sign_on_not_proved'],
  ['not yet valid', { claims: { nbf: now + 120 } }, 'sign_on_not_proved'],
  ['without an end', { claims: { exp: undefined } }, 'sign_on_not_proved'],
  ['of another issuer', { claims: { iss: 'https://other.example' } }, 'sign_on_not_proved'],
  ['for another client', { claims: { aud: 'other' } }, 'sign_on_not_proved'],
  ['for several, made for another', { claims: { aud: ['tongzhang', 'b'], azp: 'b' } }, 'sign_on_not_proved'],
  ['without a subject', { claims: { sub: undefined } }, 'sign_on_not_proved'],
  ['with an endless subject', { claims: { sub: 'x'.repeat(256) } }, 'sign_on_not_proved'],
  ['with the nonce of another', { claims: { nonce: 'other' } }, 'sign_on_not_proved'],
  ['without a nonce', { claims: { nonce: undefined } }, 'sign_on_not_proved'],
  ['unsigned', { signature: 'none' }, 'sign_on_not_proved'],
  ['signed with the public key as a secret', { signature: 'HS256' }, 'sign_on_not_proved'],
  ['signed with a key that is not published', { signature: 'stolen' }, 'sign_on_not_proved'],
  [
    'that brings its own key',
    { signature: 'stolen', header: { jku: 'https://evil.example' } },
    'sign_on_not_proved',
  ],
  ['that is missing', { withoutToken: true }, 'sign_on_not_proved'],
  ['with its groups elsewhere', { claims: { _claim_names: { groups: 'src1' } } }, 'sign_on_groups_elsewhere'],
] satisfies [string, Forgery, string][]) {
  test(`oidc: a token ${name} → ${outcome}`, async (t) => {
    assert.equal(await outcomeOf(t, forgery), outcome);
  });
}

test('oidc: a provider that calls itself something else is not the one that was configured', async (t) => {
  assert.equal(await outcomeOf(t, { metadata: { issuer: 'https://other.example' } }), 'sign_on_not_proved');
});

// claims, whether a second factor was shown
for (const [claims, seen] of [
  [{ amr: ['pwd', 'mfa'] }, true],
  [{ amr: ['pwd'] }, false],
  [{ acr: 'https://refeds.example/mfa' }, true],
  [{ acr: '0' }, false],
  [{ amr: 'mfa' }, true],
  [{}, false],
] satisfies [object, boolean][]) {
  test(`oidc: ${JSON.stringify(claims)} ${seen ? 'says' : 'does not say'} that there were two factors`, async (t) => {
    const identified = await signOn(t, { claims: { ...claims } });
    assert.equal(identified.hasSecondFactor, seen);
  });
}

async function outcomeOf(t: Parameters<typeof forgingIssuer>[0], forgery: Forgery): Promise<string> {
  try {
    return (await signOn(t, forgery)).subject;
  } catch (error) {
    assert.ok(error instanceof RefusalError, String(error));
    return error.refusal.code;
  }
}

async function signOn(t: Parameters<typeof forgingIssuer>[0], forgery: Forgery) {
  const issuer = await forgingIssuer(t, 'tongzhang');
  const parsed = oidcSettings.parse({
    issuer: issuer.url,
    clientId: 'tongzhang',
    acrValues: ['https://refeds.example/mfa'],
  });
  assert.ok(parsed.ok);
  const asked = { settings: parsed.value, redirectUri };
  const oidc = new Oidc({ fetch, now: () => new Date(), loopback: true });
  issuer.forge('', forgery);
  const leaving = await oidc.begin(asked);
  issuer.forge(leaving.nonce, forgery);
  return oidc.finish(asked, { ...leaving, query: { code: 'any', state: leaving.state } });
}

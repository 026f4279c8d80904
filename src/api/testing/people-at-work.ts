import assert from 'node:assert/strict';
import { URI } from 'otpauth';
import { giveGrant } from '#access/give-grant.ts';
import { newPersonalLink } from '#access/personal-links.ts';
import { newSetUpLink } from '#access/set-up.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';
import { findPersonById, insertPerson, type PersonRow } from '#storage/people.ts';
import { TestBrowser } from './test-browser.ts';
import type { TestHub } from './test-hub.ts';

export const PASSWORD = 'correct horse battery staple';
export const START = new Date('2026-03-15T08:00:00Z');

/** Somebody of that login, invited and with a password, who holds these roles. */
export async function somebody(
  { database, app }: TestHub,
  login: string,
  roles: readonly string[] = [],
): Promise<PersonRow> {
  const facts = { login, name: login, email: null, language: 'zh', passwordHash: null } as const;
  const { person, url } = await database.transaction(async (tx) => {
    const made = await insertPerson(tx, { ...facts, state: 'invited', source: 'local' });
    assert.ok(made);
    const principal = { kind: 'person', id: String(made.person_id) } as const;
    for (const role of roles) await giveGrant(tx, { principal, role, by: 'test' });
    const link = await newPersonalLink(tx, made, { hubUrl: 'http://localhost', by: 'test', now: START });
    assert.ok(link.ok);
    return { person: made, url: link.value.url };
  });
  const browser = new TestBrowser({ app });
  const token = tokenIn(url);
  assert.equal(await browser.tell('POST', '/links/redeem', { token, password: PASSWORD }), '200');
  const active = await findPersonById(database, person.person_id);
  assert.ok(active);
  return active;
}

/** A system administrator (who may be more), signed in with a second factor. */
export async function administrator(
  hub: TestHub,
  login = 'admin',
  more: readonly string[] = [],
): Promise<TestBrowser> {
  await somebody(hub, login, ['system-admin', ...more]);
  const browser = new TestBrowser(hub);
  await browser.send('POST', '/session', { login, password: PASSWORD });
  await setUpTotp(hub, browser);
  return browser;
}

/** The token of a set-up link for the first person. */
export async function setUpToken({ database }: TestHub, now = START): Promise<string> {
  const about = { hubUrl: 'http://127.0.0.1:7070', by: 'test', now };
  const link = await database.transaction((tx) => newSetUpLink(tx, about));
  assert.ok(link);
  return tokenIn(link.url);
}

export function tokenIn(url: string): string {
  return url.slice(url.indexOf('#') + 1);
}

/** Sets an authenticator app up in a session; gives what computes its codes, and the recovery codes. */
export async function setUpTotp(hub: TestHub, browser: TestBrowser) {
  const begun = await browser.send('POST', '/me/totp');
  assert.equal(begun.status, 201, JSON.stringify(begun.body));
  const totp = URI.parse(textAt(begun.body, 'uri'));
  const code = (aheadMs = 0) => totp.generate({ timestamp: hub.now().getTime() + aheadMs });
  const confirmed = await browser.send('POST', '/me/totp/confirm', { code: code() });
  assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
  const recoveryCodes = [0, 1, 2].map((i) => String(valueAt(confirmed.body, 'recoveryCodes', i)));
  return { code, recoveryCodes };
}

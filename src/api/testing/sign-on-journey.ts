import assert from 'node:assert/strict';
import { Browser } from '#access/sign-on/testing/browser.ts';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type TestIssuer,
  testIssuer,
} from '#access/sign-on/testing/test-issuer.ts';
import { textAt } from '#connectors/kit/json.ts';
import type { Ending } from '#storage/testing/fresh-database.ts';
import { TestBrowser } from './test-browser.ts';
import type { TestHub } from './test-hub.ts';

const HUB = 'http://localhost:7070';
/** Login at the provider → groups; tests change it as they go. */
export type Groups = Record<string, readonly string[]>;

/** A real provider, registered at the hub under `code`. */
export async function providerAt(
  { hub, ending }: { readonly hub: TestHub; readonly ending: Ending },
  {
    code,
    groups,
    ...facts
  }: { readonly code: string; readonly groups: Groups } & Readonly<Record<string, unknown>>,
): Promise<TestIssuer> {
  const issuer = await testIssuer(ending, { redirectUri: callback(code), groups });
  const body = {
    code,
    kind: 'oidc',
    titles: { zh: '公司账号', en: 'Company account', ja: '会社アカウント' },
    settings: { issuer: issuer.url, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
    enabled: true,
    trustsSecondFactor: false,
    mappings: [
      { group: 'readers', role: 'auditor', books: null },
      { group: 'bookkeepers', role: 'accountant', books: ['demo'] },
      { group: 'cash', role: 'cashier', books: null },
    ],
    ...facts,
  };
  const made = await hub.ask('POST', '/api/v1/sign-on-providers', { body });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  assert.equal(textAt(made.body, 'redirectUri'), callback(code).replace(HUB, 'http://localhost:80'));
  return issuer;
}

/** A browser that leaves for a provider and stands before the way back. */
export async function leaveFor(hub: TestHub, code: string, { login = 'li.na', next = '' } = {}) {
  const browser = new TestBrowser(hub, { origin: HUB });
  const left = await browser.send(
    'GET',
    `/sign-on/${code}/start${next && `?next=${encodeURIComponent(next)}`}`,
  );
  assert.equal(left.status, 303);
  const back = await new Browser().signIn(String(left.headers.location), login, callback(code));
  return { browser, path: `/sign-on/${code}/callback${back.search}` };
}

/** The whole way; where the browser is sent in the end. */
export async function signOnAt(hub: TestHub, code: string, wishes: { login?: string; next?: string } = {}) {
  const { browser, path } = await leaveFor(hub, code, wishes);
  const answer = await browser.send('GET', path, undefined, { 'sec-fetch-site': 'cross-site' });
  assert.equal(answer.status, 303);
  return { browser, location: String(answer.headers.location) };
}

function callback(code: string): string {
  return `${HUB}/api/v1/sign-on/${code}/callback`;
}

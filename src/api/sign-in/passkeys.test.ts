import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PASSWORD, somebody } from '#api/testing/people-at-work.ts';
import { SoftwarePasskey } from '#api/testing/software-passkey.ts';
import { TestBrowser } from '#api/testing/test-browser.ts';
import { type TestHub, testHub } from '#api/testing/test-hub.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';

const MINUTE = 60_000;
const LI = { login: 'li.na', password: PASSWORD };

/** Signs in by password and makes a passkey in that session; gives what was answered. */
async function addPasskey(browser: TestBrowser, key: SoftwarePasskey) {
  const options = await browser.send('POST', '/me/passkeys/options');
  const response = key.make(textAt(options.body, 'challenge'), browser.origin);
  return browser.send('POST', '/me/passkeys', { title: 'Laptop', response });
}

async function show(browser: TestBrowser, key: SoftwarePasskey, at = browser.origin): Promise<string> {
  const options = await browser.send('POST', '/session/passkey/options');
  const response = key.show(textAt(options.body, 'challenge'), at);
  return browser.tell('POST', '/session/passkey', { response });
}

async function withPasskey(hub: TestHub) {
  const person = await somebody(hub, 'li.na', ['accountant']);
  const browser = new TestBrowser(hub);
  assert.equal(await browser.tell('POST', '/session', LI), '200 set-up-second-factor');
  const key = new SoftwarePasskey();
  const made = await addPasskey(browser, key);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return { person, browser, key, made };
}

test('a passkey: made in a session, then shown instead of a password, or after one', async (t) => {
  const hub = await testHub(t);
  const { browser, key, made } = await withPasskey(hub);
  assert.equal(
    valueAt(made.body, 'recoveryCodes', 9) !== undefined,
    true,
    'the first factor comes with codes',
  );
  assert.equal(await browser.tell('GET', '/books'), '200');

  await t.test('without login and password', async () => {
    const fresh = new TestBrowser(hub);
    assert.equal(await show(fresh, key), '200 complete');
    assert.equal(await fresh.tell('GET', '/books'), '200');
  });

  await t.test('after the password', async () => {
    const fresh = new TestBrowser(hub);
    assert.equal(await fresh.tell('POST', '/session', LI), '200 second-factor');
    const options = await fresh.send('POST', '/session/passkey/options');
    assert.equal(valueAt(options.body, 'allowCredentials', 0, 'id'), key.id.toString('base64url'));
    assert.equal(await show(fresh, key), '200 complete');
  });

  await t.test('to prove once more', async () => {
    hub.pass(6 * MINUTE);
    assert.equal(await browser.tell('POST', '/me/recovery-codes'), '403 prove_again');
    const options = await browser.send('POST', '/session/passkey/options');
    const response = key.show(textAt(options.body, 'challenge'), browser.origin);
    assert.equal(await browser.tell('POST', '/session/prove', { response }), '200 complete');
    assert.equal(await browser.tell('POST', '/me/recovery-codes'), '200');
  });

  await t.test('while somebody guesses her password from everywhere', async () => {
    for (let i = 0; i < 50; i++) {
      const guesser = new TestBrowser(hub, { ip: `198.51.100.${i}` });
      await guesser.send('POST', '/session', { ...LI, password: 'not the password' });
    }
    const fresh = new TestBrowser(hub, { ip: '203.0.113.1' });
    assert.equal(await fresh.tell('POST', '/session', LI), '429 too_many_tries');
    assert.equal(await show(fresh, key), '200 complete');
  });

  await t.test('renamed by its owner, and by nobody else', async () => {
    const first = `/me/passkeys/${valueAt(made.body, 'passkey', 'id')}`;
    assert.equal(await browser.tell('PATCH', first, { title: 'Desk' }), '204');
    const { body } = await browser.send('GET', '/me/passkeys');
    assert.equal(textAt(body, 'items', 0, 'title'), 'Desk');
    assert.equal(await browser.tell('PATCH', first, { title: '' }), '400 request_invalid');
    const other = new TestBrowser(hub);
    await somebody(hub, 'wang.wu', ['auditor']);
    await other.send('POST', '/session', { login: 'wang.wu', password: PASSWORD });
    await addPasskey(other, new SoftwarePasskey());
    assert.equal(await other.tell('PATCH', first, { title: 'Mine' }), '404 not_found');
  });

  await t.test('the last second factor stays where the roles ask for one', async () => {
    const { body } = await browser.send('GET', '/me/passkeys');
    const first = `/me/passkeys/${valueAt(body, 'items', 0, 'id')}`;
    assert.equal(await browser.tell('DELETE', first), '409 second_factor_last');
    const second = new SoftwarePasskey();
    assert.equal((await addPasskey(browser, second)).status, 201);
    assert.equal(await browser.tell('DELETE', first), '204');
    assert.equal(await show(new TestBrowser(hub), key), '422 passkey_refused');
    assert.equal(await show(new TestBrowser(hub), second), '200 complete');
  });
});

test('what is not accepted as a passkey', async (t) => {
  const hub = await testHub(t);
  const { key, person } = await withPasskey(hub);

  await t.test('a challenge answered twice', async () => {
    const browser = new TestBrowser(hub);
    const { body } = await browser.send('POST', '/session/passkey/options');
    const challenge = textAt(body, 'challenge');
    const first = key.show(challenge, browser.origin);
    assert.equal(await browser.tell('POST', '/session/passkey', { response: first }), '200 complete');
    const again = key.show(challenge, browser.origin);
    assert.equal(
      await new TestBrowser(hub).tell('POST', '/session/passkey', { response: again }),
      '422 passkey_refused',
    );
    assert.equal(
      await new TestBrowser(hub).tell('POST', '/session/passkey', { response: first }),
      '422 passkey_refused',
    );
  });

  await t.test('a challenge of more than five minutes ago', async () => {
    const browser = new TestBrowser(hub);
    const { body } = await browser.send('POST', '/session/passkey/options');
    hub.pass(5 * MINUTE);
    const response = key.show(textAt(body, 'challenge'), browser.origin);
    assert.equal(await browser.tell('POST', '/session/passkey', { response }), '422 passkey_refused');
  });

  await t.test('a challenge of nobody’s', async () => {
    const browser = new TestBrowser(hub);
    const response = key.show('bm9ib2R5', browser.origin);
    assert.equal(await browser.tell('POST', '/session/passkey', { response }), '422 passkey_refused');
  });

  await t.test('a page of another name, though it leads here', async () => {
    const phished = new TestBrowser(hub, { origin: 'http://evil.test' });
    assert.equal(await show(phished, key), '422 passkey_refused');
    assert.equal(await show(phished, key, 'http://localhost:7070'), '422 passkey_refused');
  });

  await t.test('a thing that nobody unlocked', async () => {
    key.verifies = false;
    assert.equal(await show(new TestBrowser(hub), key), '422 passkey_refused');
    key.verifies = true;
  });

  await t.test('a copy that counts behind the original', async () => {
    key.counter = 0;
    assert.equal(await show(new TestBrowser(hub), key), '422 passkey_refused');
    key.counter = 1_000;
    assert.equal(await show(new TestBrowser(hub), key), '200 complete');
  });

  await t.test('another key under the same id', async () => {
    const forged = Object.defineProperty(new SoftwarePasskey(), 'id', { value: key.id });
    forged.counter = 5_000;
    assert.equal(await show(new TestBrowser(hub), forged), '422 passkey_refused');
  });

  await t.test('the passkey of somebody who was switched off', async () => {
    await hub.database.query("update people set state = 'disabled' where person_id = $1", [person.person_id]);
    assert.equal(await show(new TestBrowser(hub), key), '422 passkey_refused');
  });

  await t.test('at a bare address browsers make none, so none is offered', async () => {
    const browser = new TestBrowser(hub, { origin: 'http://127.0.0.1:7070' });
    assert.equal(await browser.tell('POST', '/session/passkey/options'), '422 passkey_needs_name');
  });
});

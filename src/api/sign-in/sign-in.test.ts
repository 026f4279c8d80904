import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PERMISSION_NAMES } from '#access/permissions.ts';
import { PASSWORD, setUpToken, setUpTotp, somebody, tokenIn } from '#api/testing/people-at-work.ts';
import { TestBrowser } from '#api/testing/test-browser.ts';
import { testHub } from '#api/testing/test-hub.ts';
import { textAt, valueAt } from '#connectors/kit/json.ts';
import { readAuditChain } from '#storage/audit-log.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LI = { login: 'li.na', password: PASSWORD };
const WRONG = { login: 'li.na', password: 'not the password' };

test('the first start: one link, once, on this machine; then a second factor before anything else', async (t) => {
  const hub = await testHub(t);
  const first = { login: 'Li.Na', name: '李娜', password: PASSWORD, language: 'zh' };
  const here = new TestBrowser(hub);
  assert.deepEqual((await here.send('GET', '/setup')).body, { open: true });
  const token = await setUpToken(hub);

  for (const [name, body, browser, headers, told] of [
    ['a wrong token', { ...first, token: 'x' }, here, {}, '422 link_invalid'],
    ['a common password', { ...first, token, password: 'password1234' }, here, {}, '422 password_common'],
    [
      'another machine',
      { ...first, token },
      new TestBrowser(hub, { ip: '192.0.2.7' }),
      {},
      '403 set_up_elsewhere',
    ],
    ['a proxy here', { ...first, token }, here, { 'x-forwarded-for': '192.0.2.7' }, '403 set_up_elsewhere'],
    [
      'another name',
      { ...first, token },
      new TestBrowser(hub, { origin: 'http://evil.test' }),
      {},
      '403 set_up_elsewhere',
    ],
    ['another site', { ...first, token }, here, { 'sec-fetch-site': 'cross-site' }, '403 cross_site'],
  ] as const) {
    await t.test(`set-up: ${name} → ${told}`, async () => {
      const answer = await browser.send('POST', '/setup', body, headers);
      assert.equal(`${answer.status} ${textAt(answer.body, 'code')}`, told);
    });
  }

  assert.equal(await here.tell('POST', '/setup', { ...first, token }), '200 set-up-second-factor');
  assert.equal(await here.tell('POST', '/setup', { ...first, token }), '409 set_up_done');
  assert.deepEqual((await here.send('GET', '/setup')).body, { open: false });

  for (const [method, path, told] of [
    ['GET', '/session', '200 set-up-second-factor'],
    ['GET', '/people', '401 second_factor_required'],
    ['GET', '/me/sessions', '401 second_factor_required'],
    ['PATCH', '/me', '401 second_factor_required'],
    ['POST', '/me/recovery-codes', '401 second_factor_required'],
  ] as const) {
    await t.test(`half signed in: ${method} ${path} → ${told}`, async () => {
      assert.equal(await here.tell(method, path, method === 'GET' ? undefined : {}), told);
    });
  }

  await setUpTotp(hub, here);
  const { body } = await here.send('GET', '/session');
  assert.partialDeepStrictEqual(body, {
    state: 'complete',
    person: { login: 'li.na', name: '李娜' },
    books: null,
    factors: { totp: true, passkeys: 0, recoveryCodes: 10 },
  });
  assert.equal((await here.send('GET', '/people')).status, 200);
});

test('set-up links: fifteen minutes, and the newest only', async (t) => {
  const hub = await testHub(t);
  const here = new TestBrowser(hub);
  const first = { login: 'a', name: 'a', password: PASSWORD, language: 'en', alone: true };
  const early = await setUpToken(hub);
  const late = await setUpToken(hub);
  assert.equal(await here.tell('POST', '/setup', { ...first, token: early }), '422 link_invalid');
  hub.pass(15 * MINUTE);
  assert.equal(await here.tell('POST', '/setup', { ...first, token: late }), '422 link_invalid');
  const token = await setUpToken(hub, hub.now());
  assert.equal(await here.tell('POST', '/setup', { ...first, token }), '200 set-up-second-factor');
  await setUpTotp(hub, here);
  const { body } = await here.send('GET', '/session');
  assert.deepEqual(valueAt(body, 'permissions'), PERMISSION_NAMES);
});

test('codes work once, whichever they are, and recovery codes however they are typed', async (t) => {
  const hub = await testHub(t);
  await somebody(hub, 'li.na', ['accountant']);
  const browser = new TestBrowser(hub);
  await browser.send('POST', '/session', LI);
  const { code, recoveryCodes } = await setUpTotp(hub, browser);
  assert.equal(await browser.tell('DELETE', '/session'), '204');
  assert.equal(await browser.tell('GET', '/session'), '401 unauthorized');

  const enter = async (path: string, shown: string) => {
    const fresh = new TestBrowser(hub);
    assert.equal(await fresh.tell('POST', '/session', LI), '200 second-factor');
    assert.equal(await fresh.tell('GET', '/books'), '401 second_factor_required');
    assert.equal(await fresh.tell('POST', '/me/totp', {}), '401 second_factor_required');
    assert.equal(
      await fresh.tell('POST', '/session/prove', { code: shown.slice(0, 6) }),
      '401 second_factor_required',
    );
    const told = await fresh.tell('POST', path, { code: shown });
    return `${told}, ${await fresh.tell('GET', '/books')}`;
  };
  const [spent, other] = recoveryCodes;
  assert.equal(
    await enter('/session/totp', code()),
    '422 code_wrong, 401 second_factor_required',
    'confirmed with it',
  );
  hub.pass(30_000);
  assert.equal(await enter('/session/totp', code()), '200 complete, 200');
  assert.equal(await enter('/session/totp', code()), '422 code_wrong, 401 second_factor_required', 'used');
  assert.equal(
    await enter('/session/totp', code(-60_000)),
    '422 code_wrong, 401 second_factor_required',
    'older',
  );
  assert.equal(await enter('/session/recovery-code', String(spent)), '200 complete, 200');
  assert.equal(
    await enter('/session/recovery-code', String(spent)),
    '422 code_wrong, 401 second_factor_required',
  );
  const sloppy = String(other).replaceAll('-', ' ').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
  assert.equal(await enter('/session/recovery-code', sloppy), '200 complete, 200');
});

test('guessing is slowed down where it is done, and keeps nobody else out', async (t) => {
  const hub = await testHub(t);
  await somebody(hub, 'li.na');
  const known = new TestBrowser(hub, { ip: '192.0.2.1' });
  assert.equal(await known.tell('POST', '/session', LI), '200 complete');
  await known.send('DELETE', '/session');
  const guesser = new TestBrowser(hub, { ip: '192.0.2.1' });
  const elsewhere = new TestBrowser(hub, { ip: '192.0.2.2' });

  for (let i = 0; i < 5; i++)
    assert.equal(await guesser.tell('POST', '/session', WRONG), '401 sign_in_refused');
  const sixth = await guesser.send('POST', '/session', LI);
  assert.deepEqual(
    [sixth.status, textAt(sixth.body, 'code'), sixth.headers['retry-after']],
    [429, 'too_many_tries', '2'],
  );
  assert.equal(await elsewhere.tell('POST', '/session', LI), '200 complete', 'another address');
  assert.equal(await known.tell('POST', '/session', LI), '200 complete', 'a browser of hers, same address');
  hub.pass(2_000);
  assert.equal(await guesser.tell('POST', '/session', WRONG), '401 sign_in_refused');
  hub.pass(2_000);
  assert.equal(await guesser.tell('POST', '/session', LI), '429 too_many_tries', 'the wait has doubled');
  hub.pass(2_000);
  assert.equal(await guesser.tell('POST', '/session', LI), '200 complete');

  await t.test('from everywhere at once: strangers wait, her own browser does not', async () => {
    for (let i = 0; i < 50; i++) {
      await new TestBrowser(hub, { ip: `198.51.100.${i}` }).send('POST', '/session', WRONG);
    }
    const stranger = new TestBrowser(hub, { ip: '203.0.113.9' });
    assert.equal(await stranger.tell('POST', '/session', LI), '429 too_many_tries');
    assert.equal(await known.tell('POST', '/session', LI), '200 complete');
  });

  await t.test('many at once are not all the first', async () => {
    const flood = new TestBrowser(hub, { ip: '203.0.113.77' });
    const body = { login: 'nobody.here', password: 'whatever it may be' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => flood.tell('POST', '/session', body)));
    assert.equal(answers.filter((told) => told.startsWith('401')).length, 5);
  });

  await t.test('codes are limited per person', async () => {
    const sun = new TestBrowser(hub, { ip: '192.0.2.50' });
    await somebody(hub, 'sun', ['accountant']);
    const SUN = { login: 'sun', password: PASSWORD };
    await sun.send('POST', '/session', SUN);
    const { code } = await setUpTotp(hub, sun);
    const thief = new TestBrowser(hub, { ip: '192.0.2.51' });
    await thief.send('POST', '/session', SUN);
    const told: string[] = [];
    for (let i = 0; i < 7; i++) told.push(await thief.tell('POST', '/session/totp', { code: '000000' }));
    assert.deepEqual(
      [told[4], told[5], told[6]],
      ['422 code_wrong', '429 too_many_tries', '429 too_many_tries'],
    );
    hub.pass(30_000);
    await sun.send('DELETE', '/session');
    await sun.send('POST', '/session', SUN);
    assert.equal(
      await sun.tell('POST', '/session/totp', { code: code() }),
      '200 complete',
      'her own browser',
    );
  });
});

test('unknown and wrong say the same; nothing that was typed is in the audit log', async (t) => {
  const hub = await testHub(t);
  const person = await somebody(hub, 'li.na');
  const browser = new TestBrowser(hub, { ip: '192.0.2.1' });
  const answers = [];
  for (const body of [WRONG, { login: 'my secret password\nactor=root', password: 'x' }]) {
    answers.push((await browser.send('POST', '/session', body)).body);
  }
  await hub.database.query("update people set state = 'disabled' where person_id = $1", [person.person_id]);
  answers.push((await browser.send('POST', '/session', LI)).body);
  assert.deepEqual(answers[1], answers[0]);
  assert.deepEqual(answers[2], answers[0]);
  const log = await readAuditChain(hub.database, { after: 0n, limit: 1_000 });
  const refused = log.filter(({ action }) => action === 'session.refuse');
  assert.deepEqual(
    refused.map(({ subject }) => subject),
    ['person:li.na', 'person:unknown', 'person:li.na'],
  );
  assert.doesNotMatch(
    JSON.stringify(log, (_, v) => (typeof v === 'bigint' ? String(v) : v)),
    /secret password|not the password|correct horse/,
  );
});

test('a reset link sets a password and nothing more: the second factor is still asked for', async (t) => {
  const hub = await testHub(t);
  const admin = await somebody(hub, 'admin', ['system-admin']);
  const li = await somebody(hub, 'li.na', ['accountant']);
  const mine = new TestBrowser(hub);
  await mine.send('POST', '/session', { login: 'admin', password: PASSWORD });
  await setUpTotp(hub, mine);
  const hers = new TestBrowser(hub);
  await hers.send('POST', '/session', LI);
  await setUpTotp(hub, hers);

  const link = await mine.send('POST', `/people/${li.person_id}/link`);
  assert.equal(valueAt(link.body, 'kind'), 'reset');
  const token = tokenIn(textAt(link.body, 'url'));
  const stranger = new TestBrowser(hub);
  const password = 'another long and quiet sentence';
  assert.equal(
    await stranger.tell('POST', '/links/redeem', { token, password: 'short' }),
    '422 password_short',
  );
  assert.equal(await stranger.tell('POST', '/links/redeem', { token, password }), '200');
  assert.equal(stranger.cookies.size, 0);
  assert.equal(await stranger.tell('POST', '/links/redeem', { token, password }), '422 link_invalid');
  assert.equal(await hers.tell('GET', '/session'), '401 unauthorized', 'every session ended');
  assert.equal(await stranger.tell('POST', '/session', { login: 'li.na', password }), '200 second-factor');

  await t.test('an hour later it is worth nothing', async () => {
    const late = await mine.send('POST', `/people/${li.person_id}/link`);
    hub.pass(HOUR);
    const body = { token: tokenIn(textAt(late.body, 'url')), password };
    assert.equal(await stranger.tell('POST', '/links/redeem', body), '422 link_invalid');
  });
  assert.equal(admin.state, 'active');
});

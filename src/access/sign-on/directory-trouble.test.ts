import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import { verifyInDirectory } from './ldap.ts';
import { ldapSettings } from './ldap-settings.ts';
import { plainPorts } from './testing/test-directory.ts';

const PASSWORD = 'correct horse';

test('ldap: a server that does not know StartTLS never sees a password', async (t) => {
  // An extended response: protocolError (2), to the message it answers.
  const refuseStartTls = (socket: Socket, bytes: Buffer) =>
    socket.write(Buffer.from([0x30, 0x0c, 0x02, 0x01, bytes[4] ?? 0, 0x78, 0x07, 0x0a, 0x01, 2, 4, 0, 4, 0]));
  const server = await rawServer(t, refuseStartTls);
  await assert.rejects(ask({ url: server.url }), (error) => {
    assert.ok(error instanceof RefusalError);
    assert.equal(error.refusal.code, 'sign_on_misconfigured');
    return true;
  });
  assert.doesNotMatch(server.heard(), new RegExp(PASSWORD));
  assert.doesNotMatch(server.heard(), /search secret/);
});

for (const scheme of ['ldap', 'ldaps']) {
  test(`ldap: ${scheme}: a server that says nothing is given up after the time-out`, async (t) => {
    const server = await rawServer(t, () => undefined);
    const url = server.url.replace('ldap', scheme);
    await assert.rejects(ask({ url }), (error) => error instanceof Fault && error.retry.kind === 'retry');
  });

  test(`ldap: ${scheme}: a server that hangs up is a fault`, async (t) => {
    const server = await rawServer(t, (socket) => socket.destroy());
    const url = server.url.replace('ldap', scheme);
    await assert.rejects(ask({ url }), (error) => error instanceof Fault && error.retry.kind === 'retry');
  });
}

// What cannot work is refused when it is saved.
for (const [name, settings] of [
  ['another protocol', { url: 'http://dc.example' }],
  ['a password in the address', { url: 'ldap://cn=search:secret@dc.example' }],
  ['nobody who searches', { bindDn: null, bindPassword: null }],
  ['an account without a password', { bindPassword: null }],
  ['both ways to search', { bindTemplate: 'uid={login},dc=example' }],
  ['a template without the login', { bindDn: null, bindPassword: null, bindTemplate: 'uid=x' }],
  ['a filter without the login', { userFilter: '(uid=*)' }],
  ['nested groups nowhere', { nestedGroups: true }],
] as const) {
  test(`ldap: settings with ${name} are refused`, () => {
    assert.ok(!ldapSettings.parse({ ...GOOD, ...settings }).ok);
  });
}

const GOOD = {
  url: 'ldaps://dc.example',
  userBase: 'dc=example',
  bindDn: 'cn=search',
  bindPassword: 'search secret',
  timeoutSeconds: 1,
};

async function ask(more: Readonly<Record<string, unknown>>) {
  const parsed = ldapSettings.parse({ ...GOOD, ...more });
  assert.ok(parsed.ok);
  return verifyInDirectory(parsed.value, { login: 'li.na', password: PASSWORD }, plainPorts);
}

async function rawServer(t: TestContext, answer: (socket: Socket, bytes: Buffer) => void) {
  let heard = '';
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
      answer(socket, bytes);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return { url: `ldap://127.0.0.1:${address.port}`, heard: () => heard };
}

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:https';
import { test } from 'node:test';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { type Certificate, testAuthority } from '#api/testing/certificates.ts';
import { listeningHub } from '#api/testing/listening-hub.ts';
import { makeTestClient } from '#api/testing/test-client.ts';

test('TLS: 1.3 only, and a client bound to a certificate must show it (RFC 8705)', async (t) => {
  const authority = await testAuthority();
  const strangers = await testAuthority('Strangers');
  const forgers = await testAuthority();
  const server = await authority.issue('localhost');
  const [own, other] = [await authority.issue('shop'), await authority.issue('till')];
  const [foreign, forged] = [await strangers.issue('shop'), await forgers.issue('shop')];
  const { hub, url, port } = await listeningHub(t, { tls: { ...server, ca: authority.cert } });
  const bound = await makeTestClient(hub.database, { scopes: ['books:read'], certificate: own.thumbprint });
  const free = await makeTestClient(hub.database, { scopes: ['books:read'] });
  const call = (path: string, sending: Sending) => send(url + path, { ...sending, ca: authority.cert });
  const tokenWith = async (client: typeof bound, certificate?: Certificate) => {
    const authorization = `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`;
    const body = 'grant_type=client_credentials';
    return call('/oauth/token', { authorization, body, ...(certificate ? { certificate } : {}) });
  };
  const good = await tokenWith(bound, own);
  assert.equal(good.status, 200, good.body);
  const token = `Bearer ${JSON.parse(good.body).access_token}`;
  assert.deepEqual(JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()).cnf, {
    'x5t#S256': own.thumbprint,
  });

  for (const [name, certificate, status] of [
    ['its certificate', own, 200],
    ['no certificate', undefined, 401],
    ["another client's certificate", other, 401],
    ['a certificate of another authority', foreign, 401],
  ] as const) {
    await t.test(`mTLS: ${name} → ${status}`, async () => {
      const sending = { authorization: token, ...(certificate ? { certificate } : {}) };
      assert.equal((await call('/api/v1/books', sending)).status, status);
      assert.equal((await tokenWith(bound, certificate)).status, status === 200 ? 200 : 400);
    });
  }

  await t.test(
    'mTLS: a certificate that only names our authority is answered by a refusal or by nothing',
    async () => {
      const answer = await call('/api/v1/books', { authorization: token, certificate: forged }).catch(
        () => null,
      );
      assert.ok(answer === null || answer.status === 401);
    },
  );

  await t.test('mTLS: who is bound to none needs none, and HSTS is said', async () => {
    const authorization = `Bearer ${JSON.parse((await tokenWith(free)).body).access_token}`;
    const answer = await call('/api/v1/books', { authorization });
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers['strict-transport-security']), /^max-age=31536000/);
  });

  await t.test('mTLS: a bound token stays bound when its client is freed', async () => {
    await hub.ask('PATCH', `/api/v1/clients/${bound.id}`, { body: { certificate: null } });
    assert.equal((await call('/api/v1/books', { authorization: token })).status, 401);
    assert.equal((await call('/api/v1/books', { authorization: token, certificate: own })).status, 200);
  });

  for (const [version, outcome] of [
    ['TLSv1.2', 'refused'],
    ['TLSv1.3', 'TLSv1.3'],
  ] as const) {
    await t.test(`TLS: ${version} → ${outcome}`, async () => {
      const socket = connectTls({
        port,
        host: '127.0.0.1',
        ca: authority.cert,
        minVersion: version,
        maxVersion: version,
      });
      assert.equal(await protocolOf(socket), outcome);
    });
  }

  await t.test('TLS: plain HTTP on that port is no HTTP', async () => {
    await assert.rejects(fetch(`http://127.0.0.1:${port}/health`));
  });
});

async function protocolOf(socket: TLSSocket): Promise<string> {
  try {
    await once(socket, 'secureConnect');
    return socket.getProtocol() ?? '';
  } catch {
    return 'refused';
  } finally {
    socket.destroy();
  }
}

interface Sending {
  readonly authorization: string;
  readonly body?: string;
  readonly certificate?: Certificate;
}

async function send(
  url: string,
  { authorization, body, certificate, ca }: Sending & { readonly ca: Buffer },
) {
  const asking = request(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization,
      ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    agent: false,
    ca,
    ...(certificate ? { cert: certificate.cert, key: certificate.key } : {}),
  });
  asking.end(body);
  const [answer] = await once(asking, 'response');
  let text = '';
  for await (const chunk of answer) text += String(chunk);
  return {
    status: Number(answer.statusCode),
    headers: answer.headers as Record<string, unknown>,
    body: text,
  };
}

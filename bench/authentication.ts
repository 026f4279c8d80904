import { importJWK, SignJWT } from 'jose';
import { Access } from '#access/access.ts';
import { authenticateBy } from '#access/authenticate.ts';
import type { Caller } from '#access/caller.ts';
import { openClientAccess } from '#access/client-access.ts';
import { SigningKeys } from '#access/signing-keys.ts';
import { secretBox } from '#app/secrets.ts';
import { makeClient } from './bench-client.ts';
import { openWorld, type World } from './world.ts';

const ISSUER = 'http://hub.bench';
const ALONE = 10_000;
const CONCURRENT = 16;

/** What finding out who asks, and whether they may, adds to a request: with a token seen before, and with a new one. */
export async function benchAuthentication({ quick }: { quick: boolean }) {
  const world = await openWorld(1);
  try {
    const { authenticate, callWith, close } = await standIn(world);
    const requests = quick ? ALONE / 2 : ALONE;
    const ask = async (caller: Caller) => new Access(await authenticate(caller)).require('documents:post');
    const known = await callWith();
    const fresh = await Promise.all(Array.from({ length: 500 }, callWith));
    await timesOf(1_000, () => ask(known));
    const result = {
      knownToken: told(await timesOf(requests, () => ask(known))),
      newToken: told(await timesOf(fresh.length, (i) => ask(fresh[i]!))),
      [`${CONCURRENT}AtOnce`]: told(await atOnce(requests, () => ask(known))),
    };
    await close();
    return result;
  } finally {
    await world.close();
  }
}

async function standIn({ database }: World) {
  const box = secretBox(Buffer.alloc(32));
  const now = () => new Date();
  const log = { error: console.error, warn: console.warn };
  const clients = openClientAccess({ database, box, issuer: () => ISSUER, now, log });
  const { id } = await makeClient(database);
  const [key] = await new SigningKeys({ database, box, now }).current();
  const signer = await importJWK(key!.privateJwk, 'ES256');
  let number = 0;
  const callWith = async (): Promise<Caller> => {
    const token = await new SignJWT({
      client_id: id,
      scope: 'documents:post books:read',
      jti: String(number++),
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key!.keyId })
      .setIssuer(ISSUER)
      .setAudience(`${ISSUER}/api/v1`)
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(signer);
    const headers = { authorization: `Bearer ${token}` };
    return { method: 'GET', path: '/', origin: ISSUER, headers, ip: '127.0.0.1', certificate: null };
  };
  return { authenticate: authenticateBy(clients.authenticate), callWith, close: clients.close };
}

async function timesOf(count: number, work: (i: number) => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const startedAt = performance.now();
    await work(i);
    times.push(performance.now() - startedAt);
  }
  return times;
}

async function atOnce(count: number, work: () => Promise<void>): Promise<number[]> {
  const lanes = Array.from({ length: CONCURRENT }, () => timesOf(Math.ceil(count / CONCURRENT), work));
  return (await Promise.all(lanes)).flat();
}

function told(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { p50Ms: at(0.5), p99Ms: at(0.99), requests: sorted.length };
}

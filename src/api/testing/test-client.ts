import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { CLIENT_DEFAULTS, createClient, type WantedClient } from '#access/change-clients.ts';
import { PERMISSION_NAMES } from '#access/permissions.ts';
import { textAt } from '#connectors/kit/json.ts';
import type { Database } from '#storage/database.ts';

export interface TestClient {
  readonly id: string;
  readonly secret: string;
}

const UNLIMITED = 1_000_000;

/** A client as an administrator would make it; it may do everything unless told otherwise. */
export async function makeTestClient(
  database: Database,
  wanted: Partial<WantedClient> = {},
): Promise<TestClient> {
  const id = wanted.client_id ?? `test-${randomUUID()}`;
  const client: WantedClient = {
    ...CLIENT_DEFAULTS,
    client_id: id,
    name: id,
    method: 'client_secret_basic',
    scopes: PERMISSION_NAMES,
    requests_per_minute: UNLIMITED,
    ...wanted,
  };
  const made = await database.transaction((tx) => createClient(tx, client, { by: 'test', now: new Date() }));
  assert.ok(made.ok, JSON.stringify(made));
  return { id, secret: made.value.secret ?? '' };
}

/** An access token, asked for as every client asks. */
export async function fetchToken(app: FastifyInstance, { id, secret }: TestClient): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: {
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: 'grant_type=client_credentials',
  });
  assert.equal(answer.statusCode, 200, answer.body);
  return textAt(answer.json(), 'access_token');
}

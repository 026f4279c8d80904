import { CLIENT_DEFAULTS, createClient, type WantedClient } from '#access/change-clients.ts';
import { PERMISSION_NAMES } from '#access/permissions.ts';
import type { Database } from '#storage/database.ts';

export interface BenchClient {
  readonly id: string;
  readonly secret: string;
}

const UNLIMITED = 1_000_000;

/** A client that may do everything as often as it likes. */
export async function makeClient(database: Database): Promise<BenchClient> {
  const wanted: WantedClient = {
    ...CLIENT_DEFAULTS,
    client_id: 'bench',
    name: 'bench',
    method: 'client_secret_basic',
    scopes: PERMISSION_NAMES,
    addresses: ['127.0.0.0/8'],
    requests_per_minute: UNLIMITED,
  };
  const made = await database.transaction((tx) => createClient(tx, wanted, { by: 'bench', now: new Date() }));
  if (!made.ok) throw new Error(made.refusal.code);
  return { id: wanted.client_id, secret: made.value.secret ?? '' };
}

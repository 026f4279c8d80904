import type { Tx } from './database.ts';

export interface StoredAnswer {
  readonly request: string;
  readonly body_hash: Buffer;
  /** Null while the first request is still under way. */
  readonly status: number | null;
  readonly answer: unknown;
}

export interface KeyUse {
  readonly principal: string;
  readonly key: string;
  /** `POST /api/v1/…` */
  readonly request: string;
  readonly bodyHash: Uint8Array;
}

/** A request that has not answered for this long lost its process; whoever repeats it takes the key over. */
const ABANDONED_SECONDS = 120;

/** Makes this transaction the only one at work under the key; false while another one is. */
export async function tryLockKey(tx: Tx, { principal, key }: KeyUse): Promise<boolean> {
  const [row] = await tx.query<{ got: boolean }>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as got',
    [`idempotency ${principal} ${key}`],
  );
  return row!.got;
}

/** Claims the key; null when it is ours now, else what is stored under it. */
export async function claimKey(tx: Tx, use: KeyUse): Promise<StoredAnswer | null> {
  const claimed = await tx.query(
    `insert into idempotency_keys as k (principal, key, request, body_hash) values ($1, $2, $3, $4)
     on conflict (principal, key) do update set created_at = now()
       where k.status is null and k.created_at < now() - make_interval(secs => $5)
         and k.request = excluded.request and k.body_hash = excluded.body_hash
     returning key`,
    [use.principal, use.key, use.request, use.bodyHash, ABANDONED_SECONDS],
  );
  if (claimed.length > 0) return null;
  const [row] = await tx.query<StoredAnswer>(
    'select request, body_hash, status, answer from idempotency_keys where principal = $1 and key = $2',
    [use.principal, use.key],
  );
  return row ?? null;
}

/** Keeps the answer under the key. The hash comes again because that of a streamed body is known only now. */
export async function storeAnswer(
  tx: Tx,
  use: KeyUse,
  answer: { status: number; body: unknown },
): Promise<void> {
  await tx.query(
    'update idempotency_keys set status = $3, answer = $4, body_hash = $5 where principal = $1 and key = $2',
    [use.principal, use.key, answer.status, JSON.stringify(answer.body), use.bodyHash],
  );
}

/** Gives the key back: the request failed for a reason of ours, so a repeat must be allowed to try. */
export async function releaseKey(tx: Tx, use: KeyUse): Promise<void> {
  await tx.query('delete from idempotency_keys where principal = $1 and key = $2 and status is null', [
    use.principal,
    use.key,
  ]);
}

export async function forgetOldKeys(tx: Tx, olderThanHours: number): Promise<void> {
  await tx.query('delete from idempotency_keys where created_at < now() - make_interval(hours => $1)', [
    olderThanHours,
  ]);
}

import type { Tx } from './database.ts';

/** How many tries are free, and how the wait grows after them. */
export interface ThrottleRule {
  readonly free: number;
  /** Wait after the first try that is not free; each further one doubles it. */
  readonly firstWaitMs: number;
  readonly waitMaxMs: number;
  /** After so long without a try, counting begins anew. */
  readonly forgetMs: number;
}

/**
 * Counts one try and gives null, or gives until when to wait. It counts before anything is known of the outcome, so
 * that many tries at once are not all the first.
 */
export async function countTry(
  tx: Tx,
  keyHash: Uint8Array,
  { rule, now }: { readonly rule: ThrottleRule; readonly now: Date },
): Promise<Date | null> {
  const counted = await tx.query(
    `insert into throttles as t (key_hash, tries, tried_at, blocked_until) values ($1, 1, $2, $2)
     on conflict (key_hash) do update set
       tries = ${TRIES}, tried_at = $2,
       blocked_until = $2::timestamptz + make_interval(secs => case when ${TRIES} < $3 then 0
         else least($5::float8, $4::float8 * power(2, least(30, ${TRIES} - $3))) end)
     where t.blocked_until <= $2
     returning 1`,
    [keyHash, now, rule.free, rule.firstWaitMs / 1000, rule.waitMaxMs / 1000, rule.forgetMs / 1000],
  );
  if (counted.length > 0) return null;
  const [row] = await tx.query<{ blocked_until: Date }>(
    'select blocked_until from throttles where key_hash = $1',
    [keyHash],
  );
  return row?.blocked_until ?? null;
}

const TRIES =
  '(case when t.tried_at < $2::timestamptz - make_interval(secs => $6) then 1 else t.tries + 1 end)';

/** The last try was a good one: it does not count, and nobody waits because of it. */
export async function uncountTry(tx: Tx, keyHash: Uint8Array): Promise<void> {
  await tx.query(
    `update throttles set tries = greatest(0, tries - 1), blocked_until = tried_at where key_hash = $1`,
    [keyHash],
  );
}

export async function deleteThrottle(tx: Tx, keyHash: Uint8Array): Promise<void> {
  await tx.query('delete from throttles where key_hash = $1', [keyHash]);
}

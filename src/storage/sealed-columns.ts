import type { Tx } from './database.ts';

/** A column whose values are sealed with the key outside the database. */
interface SealedColumn {
  readonly table: string;
  readonly column: string;
}

/** Every such column. One that is missing here cannot be opened any more once a replaced key is thrown away. */
const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'connections', column: 'secrets' },
  { table: 'totp_secrets', column: 'secret' },
  { table: 'totp_secrets', column: 'pending' },
  { table: 'signing_keys', column: 'sealed' },
  { table: 'sign_on_providers', column: 'secrets' },
  { table: 'webhook_endpoints', column: 'secret' },
  { table: 'webhook_endpoints', column: 'previous_secret' },
];

/** How many values of a column were sealed anew. */
export interface Resealed extends SealedColumn {
  readonly count: number;
}

/** Gives every sealed value to `reseal` and keeps what it makes of it; null: it stays as it is. */
export async function resealAll(
  tx: Tx,
  reseal: (sealed: Uint8Array) => Uint8Array | null,
): Promise<Resealed[]> {
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
  const done: Resealed[] = [];
  for (const { table, column } of SEALED_COLUMNS) {
    const rows = await tx.query<{ place: string; sealed: Buffer }>(
      `select ctid::text as place, ${column} as sealed from ${table} where ${column} is not null for update`,
    );
    let count = 0;
    for (const { place, sealed } of rows) {
      const anew = reseal(sealed);
      if (anew === null) continue;
      await tx.query(`update ${table} set ${column} = $2 where ctid = $1::tid`, [place, anew]);
      count += 1;
    }
    done.push({ table, column, count });
  }
  return done;
}

const LOCK = 0x6b657973; // 'keys': one rotation at a time.

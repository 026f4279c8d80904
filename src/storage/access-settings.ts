import type { Tx } from './database.ts';

/** A setting of access as it was saved; null where the default holds. */
export async function readAccessSetting(tx: Tx, name: 'duties'): Promise<unknown> {
  const [row] = await tx.query<{ value: unknown }>('select value from access_settings where name = $1', [
    name,
  ]);
  return row?.value ?? null;
}

export async function saveAccessSetting(tx: Tx, name: 'duties', value: unknown): Promise<void> {
  await tx.query(
    `insert into access_settings (name, value) values ($1, $2)
     on conflict (name) do update set value = excluded.value`,
    [name, JSON.stringify(value)],
  );
}

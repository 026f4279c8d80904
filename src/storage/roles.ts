import type { Text } from '#core/trouble/message.ts';
import type { Tx } from './database.ts';

/** A role people made themselves. */
export interface RoleRow {
  readonly code: string;
  readonly names: Text;
  readonly permissions: string[];
  /** The role it was copied from. */
  readonly based_on: string | null;
}

export async function listRoles(tx: Tx): Promise<RoleRow[]> {
  return tx.query<RoleRow>('select code, names, permissions, based_on from roles order by code');
}

export async function findRole(tx: Tx, code: string): Promise<RoleRow | null> {
  const [row] = await tx.query<RoleRow>(
    'select code, names, permissions, based_on from roles where code = $1',
    [code],
  );
  return row ?? null;
}

/** Adds a role or replaces the one of that code. */
export async function saveRole(tx: Tx, role: RoleRow): Promise<void> {
  await tx.query(
    `insert into roles (code, names, permissions, based_on) values ($1, $2, $3, $4)
     on conflict (code) do update set names = excluded.names, permissions = excluded.permissions,
       based_on = excluded.based_on, changed_at = now()`,
    [role.code, JSON.stringify(role.names), role.permissions, role.based_on],
  );
}

export async function deleteRole(tx: Tx, code: string): Promise<void> {
  await tx.query('delete from roles where code = $1', [code]);
}

/** How many principals hold a role. */
export async function countHolders(tx: Tx, role: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>('select count(*)::int as n from grants where role = $1', [
    role,
  ]);
  return row!.n;
}

import type { Tx } from './database.ts';

/** What people and clients are called, by how the audit log names them. */
export type AuditNames = ReadonlyMap<string, string>;

/**
 * Names for `person:<login>` and `client:<id>`, and for `person:<number>`, as grants have it, under that very text. Who
 * is there no more has none.
 */
export async function auditNames(tx: Tx, named: readonly string[]): Promise<AuditNames> {
  const rest = (prefix: string) =>
    named.flatMap((one) => (one.startsWith(prefix) ? [one.slice(prefix.length)] : []));
  const people = rest('person:');
  const rows = await tx.query<{ named: string; name: string }>(
    `select 'person:' || login as named, name from people where login = any($1)
     union all select 'person:' || person_id, name from people
       where person_id::text = any($1) and not exists (select from people o where o.login = people.person_id::text)
     union all select 'client:' || client_id, name from api_clients where client_id = any($2)`,
    [people, rest('client:')],
  );
  return new Map(rows.map(({ named: one, name }) => [one, name]));
}

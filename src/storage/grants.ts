import type { Tx } from './database.ts';

/** Whom a grant is for. */
export interface PrincipalKey {
  readonly kind: 'person' | 'client';
  /** Number of the person, id of the client. */
  readonly id: string;
}

export interface StoredFieldRule {
  readonly kind: string;
  readonly field: string;
  readonly show: 'masked' | 'totals' | 'hidden';
}

export interface GrantRow {
  readonly grant_id: bigint;
  readonly principal_kind: PrincipalKey['kind'];
  readonly principal_id: string;
  readonly role: string;
  readonly books: string[] | null;
  readonly departments: string[] | null;
  readonly kinds: string[] | null;
  readonly field_rules: StoredFieldRule[];
  readonly origin: string;
  readonly granted_by: string;
  readonly granted_at: Date;
}

/** A grant with what its role allows. Null: a role the hub ships, or one that is no more. */
export interface GrantWithRole extends GrantRow {
  readonly permissions: string[] | null;
  /** The role it was copied from. */
  readonly based_on: string | null;
}

export interface NewGrant {
  readonly principal: PrincipalKey;
  readonly role: string;
  /** Null: all of them. */
  readonly books: readonly string[] | null;
  readonly departments: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly fieldRules: readonly StoredFieldRule[];
  /** `given`, or what keeps it in step: `sign-on:ldap`. */
  readonly origin: string;
  readonly by: string;
}

export async function insertGrant(tx: Tx, grant: NewGrant): Promise<GrantRow> {
  const { principal, role, books, departments, kinds, fieldRules, origin, by } = grant;
  const [row] = await tx.query<GrantRow>(
    `insert into grants (principal_kind, principal_id, role, books, departments, kinds, field_rules, origin, granted_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning *`,
    [
      ...[principal.kind, principal.id, role, books, departments, kinds],
      ...[JSON.stringify(fieldRules), origin, by],
    ],
  );
  return row!;
}

/** Everything granted to one principal, oldest first. */
export async function grantsOf(tx: Tx, { kind, id }: PrincipalKey): Promise<GrantWithRole[]> {
  return tx.query<GrantWithRole>(
    `select g.*, r.permissions, r.based_on from grants g left join roles r on r.code = g.role
      where g.principal_kind = $1 and g.principal_id = $2 order by g.grant_id`,
    [kind, id],
  );
}

/** Everything granted to people who are not switched off, person by person; at most `limit` grants. */
export async function grantsOfPeople(tx: Tx, limit: number): Promise<GrantWithRole[]> {
  return tx.query<GrantWithRole>(
    `select g.*, r.permissions, r.based_on from grants g left join roles r on r.code = g.role
       join people p on p.person_id::text = g.principal_id and p.state <> 'disabled'
      where g.principal_kind = 'person' order by p.login, g.grant_id limit $1`,
    [limit],
  );
}

export interface GrantFilter {
  readonly principal?: PrincipalKey;
  readonly role?: string;
  readonly after?: bigint;
  readonly limit: number;
}

export async function listGrants(
  tx: Tx,
  { principal, role, after, limit }: GrantFilter,
): Promise<GrantRow[]> {
  return tx.query<GrantRow>(
    `select * from grants
      where ($1::text is null or (principal_kind = $1 and principal_id = $2))
        and ($3::text is null or role = $3) and grant_id > $4
      order by grant_id limit $5`,
    [principal?.kind ?? null, principal?.id ?? null, role ?? null, after ?? 0n, limit],
  );
}

export async function findGrant(tx: Tx, grantId: bigint): Promise<GrantRow | null> {
  const [row] = await tx.query<GrantRow>('select * from grants where grant_id = $1', [grantId]);
  return row ?? null;
}

export async function deleteGrant(tx: Tx, grantId: bigint): Promise<void> {
  await tx.query('delete from grants where grant_id = $1', [grantId]);
}

/** Every grant that one thing keeps in step. */
export async function grantsFrom(tx: Tx, origin: string): Promise<GrantRow[]> {
  return tx.query<GrantRow>('select * from grants where origin = $1 order by grant_id', [origin]);
}

/** Everyone who holds a role. */
export async function holdersOf(tx: Tx, role: string): Promise<PrincipalKey[]> {
  return tx.query<PrincipalKey>(
    'select distinct principal_kind as kind, principal_id as id from grants where role = $1',
    [role],
  );
}

/** Whether an active person holds one of these roles without limits. Taken with a lock, so that two cannot both go. */
export async function hasUnlimitedHolder(tx: Tx, roles: readonly string[]): Promise<boolean> {
  await tx.query('select pg_advisory_xact_lock($1)', [LAST_HOLDER_LOCK]);
  const rows = await tx.query(
    `select from grants g join people p on p.person_id::text = g.principal_id and p.state = 'active'
      where g.principal_kind = 'person' and g.role = any($1)
        and g.books is null and g.kinds is null and g.departments is null limit 1`,
    [roles],
  );
  return rows.length > 0;
}

const LAST_HOLDER_LOCK = 0x61646d6e; // 'admn'

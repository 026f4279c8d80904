import type { Tx } from './database.ts';

export type PersonState = 'invited' | 'active' | 'disabled';

export interface PersonRow {
  readonly person_id: number;
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: 'zh' | 'en' | 'ja';
  readonly state: PersonState;
  /** Null: no password was ever set, or somebody else checks it. */
  readonly password_hash: string | null;
  readonly source: string;
  readonly created_at: Date;
  readonly changed_at: Date;
}

export interface NewPerson {
  readonly login: string;
  readonly name: string;
  readonly email: string | null;
  readonly language: PersonRow['language'];
  readonly state: PersonState;
  readonly passwordHash: string | null;
  /** `local`, or the code of the sign-on provider that made the person. */
  readonly source: string;
}

/** Null when the login is taken. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<PersonRow | null> {
  const { login, name, email, language, state, passwordHash, source } = person;
  const [row] = await tx.query<PersonRow>(
    `insert into people (login, name, email, language, state, password_hash, source)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (login) do nothing returning *`,
    [login, name, email, language, state, passwordHash, source],
  );
  return row ?? null;
}

export type PersonChanges = Partial<
  Pick<NewPerson, 'name' | 'email' | 'language' | 'state' | 'passwordHash'>
>;

/** The person with these changes; what is not named stays. */
export async function savePerson(tx: Tx, personId: number, changes: PersonChanges): Promise<PersonRow> {
  const [row] = await tx.query<PersonRow>(
    `update people set name = coalesce($2, name), email = case when $3 then $4 else email end,
            language = coalesce($5, language), state = coalesce($6, state),
            password_hash = coalesce($7, password_hash), changed_at = now()
      where person_id = $1 returning *`,
    [
      personId,
      changes.name ?? null,
      changes.email !== undefined,
      changes.email ?? null,
      changes.language ?? null,
      changes.state ?? null,
      changes.passwordHash ?? null,
    ],
  );
  return row!;
}

/** `login` as it is kept: lower case. */
export async function findPersonByLogin(tx: Tx, login: string): Promise<PersonRow | null> {
  const [row] = await tx.query<PersonRow>('select * from people where login = $1', [login]);
  return row ?? null;
}

export async function findPersonById(tx: Tx, personId: number): Promise<PersonRow | null> {
  const [row] = await tx.query<PersonRow>('select * from people where person_id = $1::bigint', [personId]);
  return row ?? null;
}

/** Those people, in order of their logins. */
export async function findPeople(tx: Tx, personIds: readonly number[]): Promise<PersonRow[]> {
  return tx.query<PersonRow>('select * from people where person_id = any($1::bigint[]) order by login', [
    personIds,
  ]);
}

export async function hasPeople(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ has: boolean }>('select exists (select from people) as has');
  return row!.has;
}

/** Login and name of the active people who hold one of these roles, in order of their names. */
export async function listHolders(
  tx: Tx,
  roles: readonly string[],
): Promise<{ login: string; name: string }[]> {
  return tx.query<{ login: string; name: string }>(
    `select p.login, p.name from people p
      where p.state = 'active' and exists (select from grants g
             where g.principal_kind = 'person' and g.principal_id = p.person_id::text and g.role = any($1::text[]))
      order by p.name, p.login`,
    [roles],
  );
}

const FIRST_LOCK = 0x66697273; // 'firs': of two who would be the first person, one is.

export async function lockFirstPerson(tx: Tx): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [FIRST_LOCK]);
}

export interface PersonFilter {
  /** Part of the login, the name or the e-mail address. */
  readonly search?: string;
  readonly state?: PersonState;
  /** Code of a role they hold. */
  readonly role?: string;
  /** A login: those after it. */
  readonly after?: string;
  readonly limit: number;
}

export interface ListedPerson extends PersonRow {
  readonly has_totp: boolean;
  readonly passkeys: number;
  /** When the person was last seen in a session that still stands. */
  readonly seen_at: Date | null;
  /** Codes of the roles granted, each once. */
  readonly roles: string[];
  /** As the audit log has it; null: never. */
  readonly signed_in_at: Date | null;
}

const LISTED = `select p.*, exists (select from totp_secrets t where t.person_id = p.person_id and secret is not null) as has_totp,
       (select count(*)::int from passkeys k where k.person_id = p.person_id) as passkeys,
       (select max(seen_at) from sessions s where s.person_id = p.person_id) as seen_at,
       array(select distinct role from grants g
              where g.principal_kind = 'person' and g.principal_id = p.person_id::text order by role) as roles,
       (select at from audit_log a where a.actor = 'person:' || p.login and a.action = 'session.open'
         order by entry_id desc limit 1) as signed_in_at
  from people p`;

/** In order of their logins. */
export async function listPeople(
  tx: Tx,
  { search, state, role, after, limit }: PersonFilter,
): Promise<ListedPerson[]> {
  const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return tx.query<ListedPerson>(
    `${LISTED} where ($1::text is null or p.login ilike $1 or p.name ilike $1 or p.email ilike $1)
        and ($2::text is null or p.state = $2) and ($3::text is null or p.login > $3)
        and ($4::text is null or exists (select from grants g where g.principal_kind = 'person'
              and g.principal_id = p.person_id::text and g.role = $4))
      order by p.login limit $5`,
    [pattern, state ?? null, after ?? null, role ?? null, limit],
  );
}

export async function findListedPerson(tx: Tx, personId: number): Promise<ListedPerson | null> {
  const [row] = await tx.query<ListedPerson>(`${LISTED} where p.person_id = $1::bigint`, [personId]);
  return row ?? null;
}

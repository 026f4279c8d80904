import type { Tx } from './database.ts';
import type { PersonRow } from './people.ts';

export interface SessionRow {
  readonly session_id: bigint;
  readonly person_id: number;
  readonly factors: string[];
  readonly ip: string;
  readonly user_agent: string;
  readonly created_at: Date;
  readonly seen_at: Date;
  /** When the person last proved to be there. */
  readonly proved_at: Date;
}

export interface NewSession {
  readonly personId: number;
  readonly tokenHash: Uint8Array;
  readonly factors: readonly string[];
  readonly ip: string;
  readonly userAgent: string;
  readonly now: Date;
}

const COLUMNS =
  's.session_id, s.person_id, s.factors, s.ip, s.user_agent, s.created_at, s.seen_at, s.proved_at';

export async function insertSession(tx: Tx, session: NewSession): Promise<SessionRow> {
  const { personId, tokenHash, factors, ip, userAgent, now } = session;
  const [row] = await tx.query<SessionRow>(
    `insert into sessions as s (person_id, token_hash, factors, ip, user_agent, created_at, seen_at, proved_at)
     values ($1, $2, $3, $4, $5, $6, $6, $6) returning ${COLUMNS}`,
    [personId, tokenHash, factors, ip, userAgent, now],
  );
  return row!;
}

/** A session with what decides whether it is whole. */
export interface SessionWithPerson extends SessionRow {
  readonly login: string;
  readonly state: PersonRow['state'];
  readonly has_totp: boolean;
  readonly passkeys: number;
}

/** Whatever its age. */
export async function findSession(tx: Tx, tokenHash: Uint8Array): Promise<SessionWithPerson | null> {
  const [row] = await tx.query<SessionWithPerson>(
    `select ${COLUMNS}, p.login, p.state,
            exists (select from totp_secrets t where t.person_id = p.person_id and secret is not null) as has_totp,
            (select count(*)::int from passkeys k where k.person_id = p.person_id) as passkeys
       from sessions s join people p using (person_id) where s.token_hash = $1`,
    [tokenHash],
  );
  return row ?? null;
}

/** The same session under another token: what was shown is added, and proved now. Gives everything shown; null: it has ended meanwhile. */
export async function renewSessionRow(
  tx: Tx,
  sessionId: bigint,
  { tokenHash, factor, now }: { readonly tokenHash: Uint8Array; readonly factor: string; readonly now: Date },
): Promise<string[] | null> {
  const [renewed] = await tx.query<{ factors: string[] }>(
    `update sessions set token_hash = $2, factors = array_append(array_remove(factors, $3), $3),
            proved_at = $4, seen_at = $4
      where session_id = $1 returning factors`,
    [sessionId, tokenHash, factor, now],
  );
  return renewed?.factors ?? null;
}

export async function touchSession(tx: Tx, sessionId: bigint, now: Date): Promise<void> {
  await tx.query('update sessions set seen_at = $2 where session_id = $1 and seen_at < $2', [sessionId, now]);
}

/** Newest first. */
export async function listSessions(tx: Tx, personId: number): Promise<SessionRow[]> {
  return tx.query<SessionRow>(
    `select ${COLUMNS} from sessions s where person_id = $1::bigint order by session_id desc`,
    [personId],
  );
}

export interface ListedSession extends SessionRow {
  readonly login: string;
  readonly name: string;
}

/** Sessions of everybody that were opened and seen since, newest first. */
export async function listAllSessions(
  tx: Tx,
  {
    openedAfter,
    seenAfter,
    search,
    after,
    limit,
  }: {
    readonly openedAfter: Date;
    readonly seenAfter: Date;
    /** Part of a login, a name or an address. */
    readonly search?: string;
    readonly after?: bigint;
    readonly limit: number;
  },
): Promise<ListedSession[]> {
  const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return tx.query<ListedSession>(
    `select ${COLUMNS}, p.login, p.name from sessions s join people p using (person_id)
      where s.created_at > $1 and s.seen_at > $2 and ($3::int8 is null or s.session_id < $3)
        and ($4::text is null or p.login ilike $4 or p.name ilike $4 or s.ip ilike $4)
      order by s.session_id desc limit $5`,
    [openedAfter, seenAfter, after ?? null, pattern, limit],
  );
}

/** Ends a session of whomever; whose it was, or null where there was none. */
export async function deleteAnySession(tx: Tx, sessionId: bigint): Promise<{ login: string } | null> {
  const [gone] = await tx.query<{ login: string }>(
    `delete from sessions s using people p where s.session_id = $1 and p.person_id = s.person_id
     returning p.login`,
    [sessionId],
  );
  return gone ?? null;
}

/** True if the person had it. */
export async function deleteSession(tx: Tx, personId: number, sessionId: bigint): Promise<boolean> {
  const gone = await tx.query('delete from sessions where person_id = $1 and session_id = $2 returning 1', [
    personId,
    sessionId,
  ]);
  return gone.length > 0;
}

/** Ends every session of the person, `except` one; how many there were. */
export async function deleteSessions(
  tx: Tx,
  personId: number,
  except: bigint | null = null,
): Promise<number> {
  const gone = await tx.query(
    'delete from sessions where person_id = $1 and session_id is distinct from $2 returning 1',
    [personId, except],
  );
  return gone.length;
}

/** Keeps the newest sessions of the person. */
export async function deleteOldestSessions(tx: Tx, personId: number, kept: number): Promise<void> {
  await tx.query(
    `delete from sessions where session_id in
       (select session_id from sessions where person_id = $1 order by session_id desc offset $2)`,
    [personId, kept],
  );
}

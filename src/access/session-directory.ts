import type { Database } from '#storage/database.ts';
import { deleteExpiredAccess } from '#storage/forget-access.ts';
import type { Listening } from '#storage/listen.ts';
import {
  findSession,
  type SessionRow,
  type SessionWithPerson,
  touchSession,
} from '#storage/person-sessions.ts';
import type { Caller } from './caller.ts';
import { loadGrants, needsSecondFactor } from './grants.ts';
import type { Grant, Principal } from './principal.ts';
import { hashToken } from './random-token.ts';
import { requireSameOrigin, sessionToken } from './session-cookie.ts';
import { lackOf } from './sessions.ts';

/** How long a session lives: without being used, and at all. */
export interface SessionLimits {
  readonly idleMs: number;
  readonly absoluteMs: number;
}

interface Known {
  readonly row: SessionWithPerson;
  readonly grants: readonly Grant[];
  readonly loadedAtMs: number;
  /** When the session was last in use, as far as its row knows. */
  seenAt: Date;
}

const KNOWN_MAX = 10_000;
const TOUCH_AFTER_MS = 60_000;
/** While every change is heard of; and while it is not. */
const KEPT_MS = { live: 30_000, deaf: 1_000 };

/**
 * Who stands behind a session cookie. What was read is remembered until the database says that something changed
 * (`pg_notify` by triggers); while it cannot say so, for a second.
 */
export class SessionDirectory {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #limits: SessionLimits;
  readonly #listening: Listening;
  readonly #known = new Map<string, Promise<Known | null>>();

  constructor({
    database,
    now,
    limits,
  }: {
    readonly database: Database;
    readonly now: () => Date;
    readonly limits: SessionLimits;
  }) {
    this.#database = database;
    this.#now = now;
    this.#limits = limits;
    this.#listening = database.listen(() => this.forget());
  }

  /** The person of the session; null where none is shown, or it is over. Refuses what another site's page sent. */
  async authenticate(caller: Caller): Promise<Principal | null> {
    const token = sessionToken(caller);
    if (token === null) return null;
    const known = await this.#find(token, caller.isIdle ?? false);
    if (known === null) return null;
    requireSameOrigin(caller);
    return principalOf(known);
  }

  /** Whatever was remembered is read anew. To be called once a change of sessions, people or grants is committed. */
  readonly forget = (): void => {
    this.#known.clear();
  };

  /** Whether such a session would still be let in. */
  isOver({ created_at: opened, seen_at: seen }: Pick<SessionRow, 'created_at' | 'seen_at'>): boolean {
    const nowMs = this.#now().getTime();
    const { absoluteMs, idleMs } = this.#limits;
    return nowMs - opened.getTime() >= absoluteMs || nowMs - seen.getTime() >= idleMs;
  }

  /** When a session must have been opened and seen at the earliest to stand now. */
  standingSince(): { readonly openedAfter: Date; readonly seenAfter: Date } {
    const nowMs = this.#now().getTime();
    const { absoluteMs, idleMs } = this.#limits;
    return { openedAfter: new Date(nowMs - absoluteMs), seenAfter: new Date(nowMs - idleMs) };
  }

  /** Deletes sessions, links and counters that can never matter again. */
  async deleteExpired(): Promise<void> {
    const now = this.#now();
    const sessionsBefore = new Date(now.getTime() - this.#limits.absoluteMs);
    await deleteExpiredAccess(this.#database, { now, sessionsBefore });
  }

  async close(): Promise<void> {
    await this.#listening.close();
  }

  async #find(token: string, isIdle: boolean): Promise<Known | null> {
    const hash = hashToken(token);
    const key = hash.toString('base64url');
    const remembered = await this.#known.get(key);
    const known = remembered && this.#isFresh(remembered) ? remembered : await this.#load(key, hash);
    if (known === null || !this.#stands(known)) return null;
    if (!isIdle) await this.#touch(known);
    return known;
  }

  /** Whoever asks meanwhile waits for the same answer. One that began before `forget` is kept by nobody. */
  #load(key: string, hash: Uint8Array): Promise<Known | null> {
    const loading = this.#read(hash);
    if (this.#known.size >= KNOWN_MAX) this.#known.clear();
    this.#known.set(key, loading);
    const drop = () => {
      if (this.#known.get(key) === loading) this.#known.delete(key);
    };
    loading.then((known) => known === null && drop(), drop);
    return loading;
  }

  async #read(hash: Uint8Array): Promise<Known | null> {
    const row = await findSession(this.#database, hash);
    if (row === null) return null;
    const grants = await loadGrants(this.#database, { kind: 'person', id: String(row.person_id) });
    return { row, grants, loadedAtMs: this.#now().getTime(), seenAt: row.seen_at };
  }

  #isFresh({ loadedAtMs }: Known): boolean {
    const keptMs = this.#listening.isLive() ? KEPT_MS.live : KEPT_MS.deaf;
    return this.#now().getTime() - loadedAtMs < keptMs;
  }

  #stands({ row, seenAt }: Known): boolean {
    return row.state === 'active' && !this.isOver({ created_at: row.created_at, seen_at: seenAt });
  }

  async #touch(known: Known): Promise<void> {
    const now = this.#now();
    if (now.getTime() - known.seenAt.getTime() < TOUCH_AFTER_MS) return;
    known.seenAt = now;
    await touchSession(this.#database, known.row.session_id, now);
  }
}

function principalOf({ row, grants }: Known): Principal {
  const lacks = lackOf({
    factors: row.factors,
    hasSecondFactor: row.has_totp || row.passkeys > 0,
    needsSecondFactor: needsSecondFactor(grants),
  });
  const isComplete = lacks === 'nothing';
  return {
    kind: 'person',
    id: String(row.person_id),
    actor: `person:${row.login}`,
    grants: isComplete ? grants : [],
    session: {
      sessionId: row.session_id,
      personId: row.person_id,
      provedAt: row.proved_at,
      isComplete,
      lacks,
    },
  };
}

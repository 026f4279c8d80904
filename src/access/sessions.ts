import type { Tx } from '#storage/database.ts';
import {
  deleteOldestSessions,
  insertSession,
  renewSessionRow,
  type SessionRow,
} from '#storage/person-sessions.ts';
import type { SessionFacts } from './principal.ts';
import { hashToken, newToken } from './random-token.ts';

/**
 * What a person showed. `outside`: somebody else's word (OpenID Connect, LDAP) that it is this person;
 * `outside-second-factor`: that a second factor was shown there. A passkey is two in one: the thing, and the finger or
 * PIN that unlocks it, which we always ask for.
 */
export type Factor = 'password' | 'totp' | 'recovery-code' | 'passkey' | 'outside' | 'outside-second-factor';

const SECOND_FACTORS: ReadonlySet<string> = new Set<Factor>([
  'totp',
  'recovery-code',
  'passkey',
  'outside-second-factor',
]);

const SESSIONS_PER_PERSON_MAX = 50;
const USER_AGENT_MAX = 200;

export interface Opening {
  readonly personId: number;
  readonly factors: readonly Factor[];
  readonly ip: string;
  readonly userAgent: string;
  readonly now: Date;
}

export interface OpenedSession {
  /** For the cookie; kept nowhere. */
  readonly token: string;
  readonly session: SessionRow;
}

/** A new session. Of one person's, the newest fifty go on. */
export async function openSession(tx: Tx, opening: Opening): Promise<OpenedSession> {
  const token = newToken();
  const userAgent = plainText(opening.userAgent);
  const session = await insertSession(tx, { ...opening, userAgent, tokenHash: hashToken(token) });
  await deleteOldestSessions(tx, opening.personId, SESSIONS_PER_PERSON_MAX);
  return { token, session };
}

/**
 * The session goes on under a new token after a factor was shown (ASVS v5.0.0-7.2.4), and counts as proved now. Null: it
 * has ended meanwhile.
 */
export async function renewSession(
  tx: Tx,
  sessionId: bigint,
  { factor, now }: { readonly factor: Factor; readonly now: Date },
): Promise<{ readonly token: string; readonly factors: readonly string[] } | null> {
  const token = newToken();
  const factors = await renewSessionRow(tx, sessionId, { tokenHash: hashToken(token), factor, now });
  return factors && { token, factors };
}

/** What a session still lacks. Who has a second factor shows it; who may do more than read must have one. */
export function lackOf({
  factors,
  hasSecondFactor,
  needsSecondFactor,
}: {
  readonly factors: readonly string[];
  readonly hasSecondFactor: boolean;
  readonly needsSecondFactor: boolean;
}): SessionFacts['lacks'] {
  if (factors.some((factor) => SECOND_FACTORS.has(factor))) return 'nothing';
  if (hasSecondFactor) return 'second-factor';
  return needsSecondFactor ? 'set-up-second-factor' : 'nothing';
}

/** What a browser says of itself, without anything that could break a line. */
function plainText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '').slice(0, USER_AGENT_MAX);
}

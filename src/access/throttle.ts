import { Fault } from '#core/trouble/trouble.ts';
import type { Database, Tx } from '#storage/database.ts';
import { countTry, deleteThrottle, type ThrottleRule, uncountTry } from '#storage/throttles.ts';
import { hashToken } from './random-token.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** What tries are counted by. A rule's name is part of the key. */
const THROTTLE_RULES = {
  /** One login from one address. */
  place: { free: 5, firstWaitMs: 2 * SECOND, waitMaxMs: 15 * MINUTE, forgetMs: HOUR },
  /** One address, whatever the logins. */
  address: { free: 30, firstWaitMs: SECOND, waitMaxMs: 5 * MINUTE, forgetMs: HOUR },
  /** One login from everywhere: only browsers in which its owner never signed in are counted, and kept waiting. */
  login: { free: 50, firstWaitMs: 5 * SECOND, waitMaxMs: 15 * MINUTE, forgetMs: 24 * HOUR },
  /** One login in a browser in which its owner did sign in. */
  device: { free: 10, firstWaitMs: 2 * SECOND, waitMaxMs: 15 * MINUTE, forgetMs: HOUR },
  /** Codes of one person, who has shown a password already: fewer than 40 a day once the free ones are gone. */
  code: { free: 5, firstWaitMs: 30 * SECOND, waitMaxMs: HOUR, forgetMs: 24 * HOUR },
  /** Challenges for passkeys, which cost a row each. */
  challenge: { free: 60, firstWaitMs: SECOND, waitMaxMs: MINUTE, forgetMs: 10 * MINUTE },
} as const satisfies Readonly<Record<string, ThrottleRule>>;

/** One counter: the rule, and whose tries it counts. */
export interface Counter {
  readonly rule: keyof typeof THROTTLE_RULES;
  readonly of: string;
}

/** Counts a try on every counter, or ends the request with how long to wait. Ask before anything is checked. */
export async function requireTry(database: Database, counters: readonly Counter[], now: Date): Promise<void> {
  await database.transaction(async (tx) => {
    // Always in one order: two tries that share counters would else wait for each other.
    for (const counter of counters.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
      const until = await countTry(tx, hashToken(keyOf(counter)), {
        rule: THROTTLE_RULES[counter.rule],
        now,
      });
      if (until) throw tooMany(until.getTime() - now.getTime());
    }
  });
}

/** The try was a good one. What counts one person's tries begins anew; what counts many people's only gives it back. */
export async function giveBackTry(tx: Tx, counters: readonly Counter[]): Promise<void> {
  for (const counter of counters) {
    const isShared = counter.rule === 'address' || counter.rule === 'login';
    await (isShared ? uncountTry : deleteThrottle)(tx, hashToken(keyOf(counter)));
  }
}

/** An IPv6 customer has a whole /64: its addresses are one. */
export function addressOf(ip: string): string {
  if (!ip.includes(':')) return ip;
  const [head = '', tail = ''] = ip.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  if (right.at(-1)?.includes('.')) return right.at(-1)!;
  const zeros = ip.includes('::')
    ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
    : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}

function keyOf({ rule, of }: Counter): string {
  return `${rule} ${of}`;
}

function tooMany(waitMs: number): Fault {
  const params = { seconds: String(Math.max(1, Math.ceil(waitMs / SECOND))) };
  return new Fault('too_many_tries', { retry: { kind: 'wait', waitMs: Math.max(SECOND, waitMs) }, params });
}

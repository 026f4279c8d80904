import { createHash } from 'node:crypto';
import type { Database, Tx } from '#storage/database.ts';
import {
  claimKey,
  type KeyUse,
  releaseKey,
  type StoredAnswer,
  storeAnswer,
  tryLockKey,
} from '#storage/idempotency-keys.ts';
import type { Answer, Outgoing, Trouble } from './answer.ts';
import { BodyStream } from './body-stream.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;
const REFUSED_FROM = 400;
const FAILED_FROM = 500;

type Render = (outgoing: Outgoing) => Answer;

export interface Once {
  /** The `Idempotency-Key` header; undefined where the caller sent none. */
  readonly key: string | undefined;
  readonly principal: string;
  /** `POST /api/v1/…` */
  readonly request: string;
  /** A stream is hashed while the route reads it. */
  readonly body: Uint8Array | BodyStream;
  readonly render: Render;
}

/**
 * One transaction, once per key: the answer is kept in the transaction that did the work, so a repeat gets it even if
 * nobody heard it the first time. What is refused is rolled back, and the refusal kept instead.
 */
export async function changeOnce(
  database: Database,
  once: Once,
  change: (tx: Tx) => Promise<Outgoing>,
): Promise<Answer> {
  const use = useOf(once);
  if (use !== null && 'trouble' in use) return once.render(use);
  try {
    const { answer, committed } = await database.transaction(async (tx) => {
      const known = use && ((await tryLockKey(tx, use)) ? await claimKey(tx, use) : RUNNING);
      if (use && known) return { answer: once.render(answerAgain(use, known)), committed: undefined };
      const made = once.render(await change(tx));
      if (made.status >= REFUSED_FROM) throw new RolledBack(made);
      if (use) await storeAnswer(tx, use, forRepeat(made));
      return { answer: made, committed: made.committed };
    });
    committed?.();
    return answer;
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
    if (use) await keepRefusal(database, use, error.answer);
    return error.answer;
  }
}

/** The same for work that is more than one transaction. Without a key it costs nothing. */
export async function runOnce(database: Database, once: Once, run: () => Promise<Outgoing>): Promise<Answer> {
  const use = useOf(once);
  if (use === null) return once.render(await run());
  if ('trouble' in use) return once.render(use);
  const known = await claimKey(database, use);
  if (known) return once.render(answerAgain(await wholeUse(use, once), known));
  try {
    const answer = once.render(await run());
    if (answer.status < FAILED_FROM)
      await storeAnswer(database, await wholeUse(use, once), forRepeat(answer));
    else await releaseKey(database, use);
    return answer;
  } catch (error) {
    await releaseKey(database, use);
    throw error;
  }
}

function forRepeat(answer: Answer): Answer {
  return answer.repeatBody === undefined ? answer : { ...answer, body: answer.repeatBody };
}

const RUNNING: StoredAnswer = { request: '', body_hash: Buffer.alloc(0), status: null, answer: null };

class RolledBack extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super('rolled back');
    this.answer = answer;
  }
}

function useOf({ key, principal, request, body }: Once): KeyUse | { trouble: Trouble } | null {
  if (key === undefined) return null;
  if (!KEY.test(key)) return { trouble: { code: 'idempotency_key_invalid', at: 'Idempotency-Key' } };
  const known = body instanceof BodyStream ? Buffer.alloc(0) : body;
  return { principal, key, request, bodyHash: createHash('sha256').update(known).digest() };
}

/** The use of the key with the hash of all the body, now that a stream may be read to its end. */
async function wholeUse(use: KeyUse, { body }: Once): Promise<KeyUse> {
  return body instanceof BodyStream ? { ...use, bodyHash: await body.drain() } : use;
}

function answerAgain(use: KeyUse, known: StoredAnswer): Outgoing {
  const at = 'Idempotency-Key';
  if (known === RUNNING)
    return { trouble: { code: 'idempotency_running', at, headers: { 'retry-after': '1' } } };
  const isSame = known.request === use.request && known.body_hash.equals(use.bodyHash);
  if (!isSame) return { trouble: { code: 'idempotency_key_reused', at, params: { request: known.request } } };
  if (known.status === null) {
    return { trouble: { code: 'idempotency_running', at, headers: { 'retry-after': '1' } } };
  }
  const contentType = known.status < REFUSED_FROM ? 'application/json' : 'application/problem+json';
  const headers = { 'content-type': `${contentType}; charset=utf-8`, 'idempotency-replayed': 'true' };
  return { status: known.status, body: known.answer, headers };
}

async function keepRefusal(database: Database, use: KeyUse, answer: Answer): Promise<void> {
  if (answer.status >= FAILED_FROM) return;
  const known = await claimKey(database, use);
  if (known === null) await storeAnswer(database, use, answer);
}

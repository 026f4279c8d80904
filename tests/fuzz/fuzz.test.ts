// timeout: 300 s
import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inspect } from 'node:util';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { PERMISSION_NAMES } from '#access/permissions.ts';
import { EVERYTHING, type Principal } from '#access/principal.ts';
import { openSession } from '#access/sessions.ts';
import { SHIPPED_ROLES } from '#access/shipped-roles.ts';
import { limitedPrincipal } from '#api/testing/limited-principal.ts';
import { somebody } from '#api/testing/people-at-work.ts';
import { assertBookHolds } from '#pipeline/testing/assert-book-holds.ts';
import { verify } from '#pipeline/verify/verify.ts';
import { listBooks } from '#storage/books.ts';
import { makeWorld, type World } from '../access-matrix/world.ts';
import { BAD_GATEWAY, type Came, faultsOf } from './judge.ts';
import { type Operation, readOperations } from './operations.ts';
import { type Case, casesOf, requestOf } from './requests.ts';
import type { Known } from './values.ts';

const SEED = Number(process.env.TONGZHANG_FUZZ_SEED ?? 20_261_121);
/** Of each operation. */
const CASES = Number(process.env.TONGZHANG_FUZZ_CASES ?? 32);
const SHOWN_MAX = 40;

test('fuzz: whatever comes in, the hub answers what its document says and the books hold', async (t) => {
  const world = await makeWorld(t);
  const { hub } = world;
  const askers = await askersOf(world);
  const known = knownOf(world);
  const operations = readOperations();
  const tally = new Tally();
  for (const [index, operation] of operations.entries()) {
    const drawn = fc.sample(casesOf(operation, known), { seed: SEED + index, numRuns: CASES });
    for (const [i, one] of drawn.entries()) {
      const asker = askers[i % askers.length]!;
      tally.add(operation, {
        one,
        asker,
        came: await send(hub.app, one, asker.authorization),
        logged: hub.logged,
      });
    }
  }
  t.diagnostic(`summary: fuzz: ${operations.length} operations × ${CASES} = ${tally.said()} (seed ${SEED})`);
  assert.equal(tally.wrong.size, 0, [...tally.wrong.values()].slice(0, SHOWN_MAX).join('\n'));
  await hub.work();
  await assertBooksHold(world);
});

/** What the cases came to. */
class Tally {
  /** Each fault of an operation once, with the first case that showed it. */
  readonly wrong = new Map<string, string>();
  #cases = 0;
  #done = 0;
  #failed = 0;
  #slowest = { tookMs: 0, where: '' };

  add({ method, path, ...operation }: Operation, { one, asker, came, logged }: Tried): void {
    const where = `${method} ${path}`;
    this.#cases += 1;
    if (came.status < 400) this.#done += 1;
    if (came.status >= 500 && came.status !== BAD_GATEWAY) this.#failed += 1;
    if (came.tookMs > this.#slowest.tookMs) this.#slowest = { tookMs: came.tookMs, where };
    for (const fault of faultsOf(one.draft.isElsewhere ? null : { method, path, ...operation }, came)) {
      const about = `[${one.how}, as ${asker.name}] ${shown(one)} ${came.status === 500 ? causeOf(logged) : ''}`;
      const key = `${where}: ${fault}`;
      if (!this.wrong.has(key)) this.wrong.set(key, `${key} ${about}`);
    }
  }

  said(): string {
    const { tookMs, where } = this.#slowest;
    const slowest = `slowest ${Math.round(tookMs)} ms (${where})`;
    return `${this.#cases} cases, ${this.#done} of them done as asked, ${this.#failed} 5xx, ${slowest}`;
  }
}

interface Tried {
  readonly one: Case;
  readonly asker: Asker;
  readonly came: Came;
  readonly logged: readonly unknown[];
}

/** Numbers, balances, hashes and chains, of every book there is by now. */
async function assertBooksHold({ hub: { database } }: World): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-fuzz-'));
  for (const book of await listBooks(database)) {
    await assertBookHolds({ database, bookId: book.book_id });
    const found: unknown[] = [];
    await verify(database, { book, checkpoints: { folder, verifiers: [] }, found: (one) => found.push(one) });
    assert.deepEqual(found, [], book.code);
  }
}

interface Asker {
  readonly name: string;
  /** None: nobody. */
  readonly authorization: string | undefined;
}

/** One who may do everything, a person at a browser, two with less, and a stranger; who comes more often stands twice. */
async function askersOf({ hub }: World): Promise<Asker[]> {
  const { person_id: personId, login } = await somebody(hub, 'fuzz', ['auditor']);
  const opening = {
    personId,
    factors: ['password', 'totp'] as const,
    ip: '127.0.0.1',
    userAgent: '',
    now: hub.now(),
  };
  const { session } = await hub.database.transaction((tx) => openSession(tx, opening));
  const facts = {
    personId,
    sessionId: session.session_id,
    provedAt: hub.now(),
    isComplete: true,
    lacks: 'nothing',
  } as const;
  const as = (name: string, principal: Principal) => ({ name, authorization: hub.tokenOf(principal) });
  const everything = as('everything', {
    kind: 'client',
    id: 'fuzz',
    actor: 'client:fuzz',
    grants: [EVERYTHING],
  });
  const person = as('a person', {
    kind: 'person',
    id: String(personId),
    actor: `person:${login}`,
    grants: [EVERYTHING],
    session: facts,
  });
  const auditor = as(
    'an auditor of one book',
    limitedPrincipal({ permissions: permissionsOf('auditor'), books: ['demo'] }),
  );
  const covered = as(
    'a manager for whom pay is covered',
    limitedPrincipal({
      permissions: permissionsOf('finance-manager'),
      books: ['demo'],
      fields: [{ kind: 'payroll', field: '*', show: 'masked' }],
    }),
  );
  return [
    everything,
    person,
    everything,
    auditor,
    person,
    covered,
    everything,
    { name: 'a stranger', authorization: undefined },
  ];
}

function permissionsOf(role: string) {
  return PERMISSION_NAMES.filter((name) => SHIPPED_ROLES.get(role)?.permissions.includes(name));
}

function knownOf({ things }: World): Known {
  const all = Object.values(things);
  const names = new Set(all.flatMap((some) => Object.keys(some)));
  return Object.fromEntries(
    [...names].map((name) => [name, [...new Set(all.map((some) => some[name] ?? ''))]]),
  );
}

async function send(app: FastifyInstance, { draft }: Case, authorization: string | undefined): Promise<Came> {
  const request = requestOf(draft);
  const startedAt = performance.now();
  const {
    statusCode: status,
    headers,
    rawPayload: body,
  } = await app.inject({
    ...request,
    headers: { ...(authorization === undefined ? {} : { authorization }), ...request.headers },
  });
  return { status, type: String(headers['content-type'] ?? ''), body, tookMs: performance.now() - startedAt };
}

/** What the log has of the last failure, and nobody outside was told. */
function causeOf(logged: readonly unknown[]): string {
  return inspect(logged.at(-1))
    .replace(/\s+/g, ' ')
    .replace(/(.)\1{20,}/g, '$1…')
    .slice(0, 500);
}

/** Enough to ask it again by hand. */
function shown({ draft }: Case): string {
  const { method, url, headers, payload = '' } = requestOf(draft);
  return `${method} ${url} ${JSON.stringify(headers)} ${String(payload)}`
    .replace(/(.)\1{20,}/g, '$1…')
    .slice(0, 600);
}

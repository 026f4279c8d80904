import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { parse } from 'yaml';
import { authenticateBy } from '#access/authenticate.ts';
import type { Authenticate, Caller } from '#access/caller.ts';
import type { WantedClient } from '#access/change-clients.ts';
import { openClientAccess } from '#access/client-access.ts';
import type { Principal } from '#access/principal.ts';
import { SessionDirectory } from '#access/session-directory.ts';
import { SignOn } from '#access/sign-on/sign-on.ts';
import { plainPorts } from '#access/sign-on/testing/test-directory.ts';
import type { ApiContext } from '#api/api-context.ts';
import { buildApi } from '#api/build-api.ts';
import type { Rehearsals } from '#api/connections/rehearsals.ts';
import { type Connector, defineConnector, type Ports } from '#connectors/kit/connector.ts';
import { defineSettings } from '#connectors/kit/settings-schema.ts';
import { newBook } from '#core/ledger/new-book.ts';
import { setUpBook } from '#pipeline/books/set-up-book.ts';
import { configureConnection } from '#pipeline/configure-connection.ts';
import { Connections } from '#pipeline/connections.ts';
import { FlowDirectory } from '#pipeline/flows/flow-directory.ts';
import { publishFlow, saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import { BookCache } from '#pipeline/post/book-cache.ts';
import { GroupCommit } from '#pipeline/post/group-commit.ts';
import { LaneWorker } from '#pipeline/post/post-lane.ts';
import { testCheckpointer } from '#pipeline/testing/test-checkpointer.ts';
import type { Database } from '#storage/database.ts';
import { type Ending, freshDatabase } from '#storage/testing/fresh-database.ts';
import { PLAIN_BOX } from './plain-box.ts';
import { SALES_FLOW, SALES_TEMPLATE } from './sales-flow.ts';
import { fetchToken, makeTestClient } from './test-client.ts';

/** Of the tokens that test hubs give. */
export const ISSUER = 'http://hub.test';
const TODAY = '2026-03-15';
const title = { zh: '收银', en: 'Till', ja: 'レジ' };

/** A system that signs its webhooks with the word it was given. */
const till = defineConnector({
  name: 'till',
  title,
  settings: defineSettings({
    address: { type: 'text', title, default: 'till-1' },
    password: { type: 'secret', title },
  }),
  connect: (settings) => settings,
  diagnose: async ({ password }) => [
    { title, found: '', refusal: password === 'wrong' ? { code: 'credentials_refused' } : null },
  ],
  webhook: ({ headers, body }, { password }) => {
    if (headers['x-signature'] !== password)
      return { ok: false, refusal: { code: 'unauthorized', at: 'x-signature' } };
    const text = Buffer.from(body).toString();
    const record = {
      kind: 'sale',
      externalId: String(JSON.parse(text).number),
      mediaType: 'application/json',
      raw: body,
    };
    return { ok: true, eventId: headers['x-event'] ?? null, records: [record] };
  },
});

/** Lets tests ask as principals that never signed in; everybody else passes the real check. */
class GivenPrincipals {
  readonly #given = new Map<string, Principal>();
  readonly #real: Authenticate;

  constructor(real: Authenticate) {
    this.#real = real;
  }

  tokenOf(principal: Principal): string {
    const token = `Given ${randomUUID()}`;
    this.#given.set(token, principal);
    return token;
  }

  forget(token: string): void {
    this.#given.delete(token);
  }

  async authenticate(caller: Caller): Promise<Principal> {
    return this.#given.get(caller.headers.authorization?.toString() ?? '') ?? this.#real(caller);
  }
}

export interface TestHub {
  readonly app: FastifyInstance;
  /** What the app was built with. */
  readonly context: ApiContext;
  readonly database: Database;
  readonly logged: unknown[];
  /** Asks as one who may do everything (or `as` somebody else) and gives status, headers and parsed body. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, asking?: Asking): Promise<Told>;
  /** The `authorization` of a client made for this: it may do everything unless told otherwise. */
  tokenFor(wanted?: Partial<WantedClient>): Promise<string>;
  /** The `authorization` of a principal that never signed in, and the end of it. */
  tokenOf(principal: Principal): string;
  forgetToken(token: string): void;
  /** Lets time pass on the hub's clock; it begins at 2026-03-15T08:00:00Z. */
  pass(ms: number): void;
  now(): Date;
  /** Posts everything on the lane. */
  work(): Promise<void>;
}

export interface Asking {
  /** Asks as this principal, without any sign-in. Default: the client `test` that may do everything. */
  readonly as?: Principal;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A hub with one book (2026, open), one till and one published flow, on a database of its own. */
export async function testHub(
  ending: Ending,
  options: Pick<ApiContext, 'limits' | 'listening'> = {},
): Promise<TestHub> {
  const database = await freshDatabase(ending);
  const clock = { now: new Date('2026-03-15T08:00:00Z') };
  const ports = testPorts(clock);
  const connectors: readonly Connector[] = [till as Connector];
  const reveal = (row: { settings: Record<string, unknown>; secrets: Buffer | null }) => ({
    ...row.settings,
    ...(row.secrets ? JSON.parse(row.secrets.toString()) : {}),
  });
  const connections = new Connections({ database, connectors, ports, reveal });
  const cache = new BookCache();
  const today = () => TODAY;
  const logged: unknown[] = [];
  const log = {
    error: (...line: unknown[]) => void logged.push(line),
    warn: (...line: unknown[]) => void logged.push(line),
  };
  const clients = openClientAccess({
    database,
    box: PLAIN_BOX,
    issuer: () => ISSUER,
    now: () => new Date(),
    log,
  });
  const sessions = new SessionDirectory({
    database,
    now: ports.now,
    limits: { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 },
  });
  ending.after(() => sessions.close());
  ending.after(() => clients.close());
  const principals = new GivenPrincipals(
    authenticateBy(clients.authenticate, (caller) => sessions.authenticate(caller)),
  );
  const signOnPorts = { fetch, now: ports.now, loopback: true, ...plainPorts };
  const context: ApiContext = {
    database,
    connections,
    connectors,
    templates: [SALES_TEMPLATE],
    rehearsals: { ...NO_REHEARSALS },
    ports,
    cache,
    groupCommit: new GroupCommit({ database, cache, today, postedBy: 'tongzhang' }),
    flows: new FlowDirectory(database, () => performance.now()),
    seal: PLAIN_BOX.seal,
    reveal,
    now: ports.now,
    today,
    authenticate: (caller) => principals.authenticate(caller),
    tokens: clients.tokens,
    forgetClients: clients.forget,
    unseal: PLAIN_BOX.open,
    sessions,
    signOn: new SignOn({ database, ports: signOnPorts, open: PLAIN_BOX.open, publicUrl: null }),
    signOnPorts,
    checkpointer: (await testCheckpointer(ending, database, { now: ports.now })).checkpointer,
    ...options,
    log,
  };
  const app = buildApi(context);
  ending.after(() => app.close());
  await seed(database);
  const lane = new LaneWorker({
    database,
    cache,
    today,
    postedBy: 'tongzhang',
    report: (error) => void logged.push(error),
  });
  const tokenFor = async (wanted?: Partial<WantedClient>) =>
    `Bearer ${await fetchToken(app, await makeTestClient(database, wanted))}`;
  const everything = await tokenFor({ client_id: 'test' });
  return {
    app,
    context,
    database,
    logged,
    tokenFor,
    tokenOf: (principal) => principals.tokenOf(principal),
    forgetToken: (token) => principals.forget(token),
    ask: (method, url, { as, ...asking } = {}) =>
      ask(app, method, url, {
        ...asking,
        headers: { authorization: as ? principals.tokenOf(as) : everything, ...asking.headers },
      }),
    now: () => clock.now,
    pass: (ms) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    work: async () => {
      while ((await lane.round()) > 0);
    },
  };
}

/** The test's systems have no simulators; a test that needs one puts it into the context. */
const NO_REHEARSALS: Rehearsals = {
  supports: () => false,
  start: () => Promise.reject(new Error('there is no simulator')),
  feed: async () => 0,
  stop: async () => undefined,
};

function testPorts(clock: { readonly now: Date }): Ports {
  return {
    fetch,
    now: () => clock.now,
    sleep: async () => undefined,
    random: () => 0.5,
    log: () => undefined,
  };
}

async function seed(database: Database): Promise<void> {
  await database.transaction(async (tx) => {
    const book = newBook({
      id: 0,
      code: 'demo',
      name: '演示公司',
      standard: 'cas',
      baseCurrency: 'CNY',
      years: [2026],
      chart: { dimensions: { AccountsReceivable: { customer: 'must' } } },
      dimensions: {
        customer: ['C1', 'C2'].map((code) => ({ code, name: code, enabled: true, creditLimitMinor: null })),
      },
    });
    await setUpBook(tx, { book, by: 'test' });
    await configureConnection(tx, {
      code: 'till',
      connector: till as Connector,
      title: '收银',
      settings: { address: 'till-1', password: 'hush' },
      by: 'test',
      seal: PLAIN_BOX.seal,
    });
    const saved = await saveFlowVersion(tx, {
      source: SALES_FLOW,
      definition: parse(SALES_FLOW),
      by: 'test',
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.refusals));
    await publishFlow(tx, { ...saved, by: 'test', now: new Date('2026-03-15T08:00:00Z') });
  });
}

async function ask(
  app: FastifyInstance,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  { body, headers = {} }: Omit<Asking, 'as'>,
): Promise<Told> {
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const answer = await app.inject({
    method,
    url,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
  });
  const isJson = /\bjson\b/.test(String(answer.headers['content-type']));
  return { status: answer.statusCode, headers: answer.headers, body: isJson ? answer.json() : answer.body };
}

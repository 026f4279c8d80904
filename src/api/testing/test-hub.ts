import type { FastifyInstance } from 'fastify';
import { parse } from 'yaml';
import type { ApiContext } from '#api/api-context.ts';
import { buildApi } from '#api/build-api.ts';
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
import type { Database } from '#storage/database.ts';
import { type Ending, freshDatabase } from '#storage/testing/fresh-database.ts';
import { SALES_FLOW } from './sales-flow.ts';

const TOKEN = 'test-token';
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
  diagnose: async ({ password }) => ({
    ok: password !== 'wrong',
    steps: [{ title, ok: password !== 'wrong', detail: '' }],
  }),
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

export interface TestHub {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly logged: unknown[];
  /** Asks with the right token and gives status, headers and parsed body. */
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, asking?: Asking): Promise<Told>;
  /** Posts everything on the lane. */
  work(): Promise<void>;
}

export interface Asking {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Told {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** A hub with one book (2026, open), one till and one published flow, on a database of its own. */
export async function testHub(ending: Ending, limits: ApiContext['limits'] = {}): Promise<TestHub> {
  const database = await freshDatabase(ending);
  const ports = testPorts();
  const connectors: readonly Connector[] = [till as Connector];
  const reveal = (row: { settings: Record<string, unknown>; secrets: Buffer | null }) => ({
    ...row.settings,
    ...(row.secrets ? JSON.parse(row.secrets.toString()) : {}),
  });
  const connections = new Connections({ database, connectors, ports, reveal });
  const cache = new BookCache();
  const today = () => TODAY;
  const logged: unknown[] = [];
  const app = buildApi({
    database,
    connections,
    connectors,
    ports,
    cache,
    groupCommit: new GroupCommit({ database, cache, today, postedBy: 'tongzhang' }),
    flows: new FlowDirectory(database, () => performance.now()),
    seal: (plain) => Buffer.from(JSON.stringify(plain)),
    reveal,
    now: ports.now,
    today,
    token: TOKEN,
    limits,
    log: {
      error: (...line: unknown[]) => void logged.push(line),
      warn: (...line: unknown[]) => void logged.push(line),
    },
  });
  ending.after(() => app.close());
  await seed(database);
  const lane = new LaneWorker({
    database,
    cache,
    today,
    postedBy: 'tongzhang',
    report: (error) => void logged.push(error),
  });
  return {
    app,
    database,
    logged,
    ask: (method, url, asking) => ask(app, method, url, asking),
    work: async () => {
      while ((await lane.round()) > 0);
    },
  };
}

function testPorts(): Ports {
  return {
    fetch,
    now: () => new Date('2026-03-15T08:00:00Z'),
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
      seal: (plain) => Buffer.from(JSON.stringify(plain)),
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
  { body, headers = {} }: Asking = {},
): Promise<Told> {
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const answer = await app.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${TOKEN}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: isRaw ? body : JSON.stringify(body) }),
  });
  const isJson = /json/.test(String(answer.headers['content-type']));
  return { status: answer.statusCode, headers: answer.headers, body: isJson ? answer.json() : answer.body };
}

import { hostname } from 'node:os';
import { setTimeout as sleepFor } from 'node:timers/promises';
import pino, { type Logger } from 'pino';
import { composeEvent } from '#api/webhooks/compose-event.ts';
import { secretsOf } from '#api/webhooks/secrets.ts';
import type { Ports } from '#connectors/kit/connector.ts';
import { Checkpointer } from '#pipeline/audit/checkpointer.ts';
import { Connections } from '#pipeline/connections.ts';
import { BookCache } from '#pipeline/post/book-cache.ts';
import { GroupCommit } from '#pipeline/post/group-commit.ts';
import { Worker } from '#pipeline/worker.ts';
import { type Database, openDatabase } from '#storage/database.ts';
import { migrate } from '#storage/migrate.ts';
import { countOtherSessions } from '#storage/sessions.ts';
import { checkpointSigner } from './checkpoint-signer.ts';
import { below, type Config } from './config.ts';
import { connectors } from './connectors.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres, stopEmbeddedPostgres } from './embedded-postgres.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { hubUrlOf } from './hub-file.ts';
import { onlyTo } from './only-to.ts';
import { pausePoints } from './pause-points.ts';
import { type InstallationSecrets, openSecretBox } from './secrets.ts';

/** Everything that is needed to do the hub's work, made once and handed down. */
export interface Services {
  readonly config: Config;
  readonly database: Database;
  readonly connections: Connections;
  /** What connectors get from outside. */
  readonly ports: Ports;
  readonly groupCommit: GroupCommit;
  readonly cache: BookCache;
  readonly secrets: InstallationSecrets;
  readonly checkpointer: Checkpointer;
  readonly log: Logger;
  readonly now: () => Date;
  readonly today: () => string;
  /** Where people reach the hub. */
  readonly hubUrl: () => Promise<string>;
  close(): Promise<void>;
}

/** Opens the database (embedded or given), brings it up to date and makes the services on it. */
export async function openServices(
  config: Config,
  say: (line: string) => void = noteOnStderr,
): Promise<Services> {
  const embedded = config.databaseUrl === null ? await startPostgres(config, say) : null;
  const url = config.databaseUrl ?? embedded!.url;
  const database = openDatabase({ url, connectionsMax: 12, applicationName: PROCESS });
  const close = async () => {
    await database.close();
    if (embedded) await stopIfLast(config, url);
  };
  try {
    await migrate(database);
    return await servicesOn(config, database, close);
  } catch (error) {
    await close();
    throw error;
  }
}

const PROCESS = `tongzhang:${process.pid}`;

/** Where the data went is worth a line even where nobody watches: backups depend on it. */
function noteOnStderr(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Whoever leaves last stops the embedded server, whoever had started it: a worker or a command may still be at work. */
async function stopIfLast(config: Config, url: string): Promise<void> {
  const database = openDatabase({ url, connectionsMax: 1, applicationName: 'tongzhang' });
  const others = await countOtherSessions(database, PROCESS).catch(() => 0);
  await database.close();
  if (others === 0) await stopEmbeddedPostgres(below(config, 'postgres'));
}

async function startPostgres(config: Config, say: (line: string) => void): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    folder: below(config, 'postgres'),
    say,
    ...(config.postgresPort === null ? {} : { port: config.postgresPort }),
  });
}

async function servicesOn(
  config: Config,
  database: Database,
  closeDatabase: () => Promise<void>,
): Promise<Services> {
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: false }));
  const secrets = await openSecretBox(config);
  const guarded = guardedFetch({ loopback: config.loopback });
  const now = () => new Date();
  const ports: Ports = {
    fetch: guarded.fetch,
    now,
    sleep: sleepUntil,
    random: Math.random,
    log: (event, details) => log.debug(details ?? {}, event),
  };
  const connections = makeConnections({ database, secrets, ports });
  const cache = new BookCache();
  const today = () => dateInShanghai(now());
  return {
    config,
    database,
    connections,
    ports,
    cache,
    groupCommit: new GroupCommit({
      database,
      cache,
      today,
      postedBy: 'tongzhang',
      report: (error, details) => log.error({ ...details, err: error }, 'a document stopped'),
    }),
    secrets,
    checkpointer: makeCheckpointer(config, { database, log, now }),
    log,
    now,
    today,
    hubUrl: () => hubUrlOf(config),
    close: async () => {
      await connections.close();
      await guarded.close();
      await closeDatabase();
    },
  };
}

function makeConnections({
  database,
  secrets,
  ports,
}: Pick<Services, 'database' | 'secrets' | 'ports'>): Connections {
  return new Connections({
    database,
    connectors,
    ports,
    reveal: (row) => ({ ...row.settings, ...(row.secrets ? secrets.open(row.secrets) : {}) }),
    rehearsalPorts: (url) => ({ ...ports, fetch: onlyTo(url) }),
  });
}

function makeCheckpointer(
  config: Config,
  { database, log, now }: Pick<Services, 'database' | 'log' | 'now'>,
): Checkpointer {
  const { checkpoints, checkpointsCopy, checkpointKeyFile } = config;
  return new Checkpointer({
    database,
    folders: [checkpoints ?? below(config, 'checkpoints'), ...(checkpointsCopy ? [checkpointsCopy] : [])],
    signerOf: checkpointSigner(checkpointKeyFile ?? below(config, 'checkpoint-key')),
    now,
    sleep: sleepUntil,
    report: (error, details) => log.error({ ...details, err: error }, 'a checkpoint failed'),
  });
}

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Books of Chinese companies change the day at midnight in China. */
function dateInShanghai(now: Date): string {
  return new Date(now.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

async function sleepUntil(ms: number, signal?: AbortSignal): Promise<void> {
  await sleepFor(ms, undefined, signal ? { signal } : {});
}

/** A worker on these services, not started yet. */
export function makeWorker(services: Services): Worker {
  const { config, database, connections, ports, secrets, log, now, today } = services;
  const pauseAt = pausePoints(config);
  return new Worker({
    database,
    connections,
    now,
    today,
    random: Math.random,
    sleep: sleepUntil,
    report: (error, details) => log.error({ ...details, err: error }, 'work stopped'),
    name: `${hostname()}:${process.pid}`,
    notify: {
      fetch: ports.fetch,
      compose: (message, endpoint) => composeEvent({ database, now }, message, endpoint),
      secretsOf: (endpoint) => secretsOf(endpoint, secrets.open, now()),
    },
    ...(config.settleMs === null ? {} : { settleMs: config.settleMs }),
    ...(config.callTimeoutMs === null ? {} : { callTimeoutMs: config.callTimeoutMs }),
    ...(pauseAt ? { pauseAt } : {}),
  });
}

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SessionLimits } from '#access/session-directory.ts';

/** Everything the environment can say. Nothing else in the product reads it. */
export interface Config {
  /** Holds the embedded database, the key and uploaded files. */
  readonly folder: string;
  /** A PostgreSQL server of your own; null: the embedded one. */
  readonly databaseUrl: string | null;
  readonly postgresPort: number | null;
  readonly host: string;
  readonly port: number;
  /** Where callers reach the hub, e.g. `https://hub.example.com`; null: the address on which it listens. */
  readonly publicUrl: string | null;
  /** Files in PEM: certificate and key for HTTPS, and the authority that signs clients' certificates. */
  readonly tlsCert: string | null;
  readonly tlsKey: string | null;
  readonly tlsClientCa: string | null;
  /** Whether a proxy in front does TLS, so that plain HTTP may be offered to other machines. */
  readonly isBehindProxy: boolean;
  /** Addresses and networks of proxies that may say for whom they ask. */
  readonly trustedProxies: readonly string[];
  /** How long people stay signed in: without doing anything, and at all. */
  readonly sessionLimits: SessionLimits;
  /** Whether connectors may call this very machine: simulators live there. Off unless asked for. */
  readonly loopback: boolean;
  /** Where signed checkpoints of the audit log are written, and a second place for them; null: below the folder, and none. */
  readonly checkpoints: string | null;
  readonly checkpointsCopy: string | null;
  /** The file with the key that signs them; null: in the folder. */
  readonly checkpointKeyFile: string | null;
  /** The keys that seal secrets, newest first, as text or in a file; null: a file of the folder. */
  readonly keys: string | null;
  readonly keyFile: string | null;
  readonly settleMs: number | null;
  readonly callTimeoutMs: number | null;
  /** Crash tests only: `point=probability,…`, and the seed of the dice. */
  readonly pausePoints: string | null;
  readonly pauseSeed: number;
  readonly logLevel: string;
}

const DEFAULT_PORT = 7070;
const IDLE_MINUTES = 30;
const SESSION_HOURS = 12;

/** The configuration of this process. A wrong value stops the start and says which. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  return {
    folder: resolve(env.TONGZHANG_FOLDER ?? '.tongzhang'),
    databaseUrl: env.DATABASE_URL || null,
    postgresPort: numberOf(env, 'TONGZHANG_PG_PORT'),
    host: env.TONGZHANG_HOST ?? '127.0.0.1',
    port: numberOf(env, 'TONGZHANG_PORT') ?? DEFAULT_PORT,
    publicUrl: originOf(env, 'TONGZHANG_PUBLIC_URL'),
    tlsCert: env.TONGZHANG_TLS_CERT || null,
    tlsKey: env.TONGZHANG_TLS_KEY || null,
    tlsClientCa: env.TONGZHANG_TLS_CLIENT_CA || null,
    isBehindProxy: env.TONGZHANG_PLAIN_HTTP === 'behind-proxy',
    trustedProxies: (env.TONGZHANG_TRUSTED_PROXIES ?? '').split(/[\s,]+/).filter(Boolean),
    sessionLimits: {
      idleMs: (numberOf(env, 'TONGZHANG_SESSION_IDLE_MINUTES') ?? IDLE_MINUTES) * 60_000,
      absoluteMs: (numberOf(env, 'TONGZHANG_SESSION_HOURS') ?? SESSION_HOURS) * 3_600_000,
    },
    loopback: env.TONGZHANG_LOOPBACK === 'allow',
    checkpoints: pathOf(env.TONGZHANG_CHECKPOINTS),
    checkpointsCopy: pathOf(env.TONGZHANG_CHECKPOINTS_COPY),
    checkpointKeyFile: pathOf(env.TONGZHANG_CHECKPOINT_KEY_FILE),
    keys: env.TONGZHANG_KEY || null,
    keyFile: pathOf(env.TONGZHANG_KEY_FILE),
    settleMs: numberOf(env, 'TONGZHANG_SETTLE_MS'),
    callTimeoutMs: numberOf(env, 'TONGZHANG_CALL_TIMEOUT_MS'),
    pausePoints: env.TONGZHANG_PAUSE_POINTS ?? null,
    pauseSeed: numberOf(env, 'TONGZHANG_PAUSE_SEED') ?? 1,
    logLevel: env.TONGZHANG_LOG ?? 'info',
  };
}

/** The language of the machine, e.g. `zh_CN.UTF-8`; undefined where it has none. */
export function readLanguage(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG;
}

/**
 * The configuration of a command that looks at a hub. Before the first `start` there is none: then it is the demo's, if
 * the demo was run here, so that `npx tongzhang trace` simply works after `npm run demo`.
 */
export function readCommandConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const config = readConfig(env);
  const demo = join(config.folder, 'demo');
  const isChosen = env.TONGZHANG_FOLDER !== undefined || config.databaseUrl !== null;
  const isOnlyDemo = !existsSync(join(config.folder, 'postgres')) && existsSync(join(demo, 'postgres'));
  return isOnlyDemo && !isChosen ? { ...config, folder: demo } : config;
}

/** A path below the configured folder. */
export function below(config: Pick<Config, 'folder'>, name: string): string {
  return join(config.folder, name);
}

function pathOf(text: string | undefined): string | null {
  return text ? resolve(text) : null;
}

function numberOf(env: Readonly<Record<string, string | undefined>>, name: string): number | null {
  const text = env[name];
  if (text === undefined || text === '') return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name}=${text}: a whole number is expected`);
  return value;
}

/** Scheme, host and port; a path would be lost, so it is refused. */
function originOf(env: Readonly<Record<string, string | undefined>>, name: string): string | null {
  const text = env[name];
  if (text === undefined || text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Error(`${name}=${text}: an address without a path is expected, e.g. https://hub.example.com`);
  }
  return url.origin;
}

import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Everything the environment can say. Nothing else in the product reads it. */
export interface Config {
  /** Holds the embedded database, the key and uploaded files. */
  readonly folder: string;
  /** A PostgreSQL server of your own; null: the embedded one. */
  readonly databaseUrl: string | null;
  readonly postgresPort: number | null;
  readonly host: string;
  readonly port: number;
  /** A fixed bearer token; null: made at the first start and kept in the folder. */
  readonly token: string | null;
  /** Whether connectors may call this very machine: simulators live there. Off unless asked for. */
  readonly loopback: boolean;
  readonly settleMs: number | null;
  readonly callTimeoutMs: number | null;
  /** Crash tests only: `point=probability,…`, and the seed of the dice. */
  readonly pausePoints: string | null;
  readonly pauseSeed: number;
  readonly logLevel: string;
}

const DEFAULT_PORT = 7070;

/** The configuration of this process. A wrong value stops the start and says which. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  return {
    folder: resolve(env.TONGZHANG_FOLDER ?? '.tongzhang'),
    databaseUrl: env.DATABASE_URL || null,
    postgresPort: numberOf(env, 'TONGZHANG_PG_PORT'),
    host: env.TONGZHANG_HOST ?? '127.0.0.1',
    port: numberOf(env, 'TONGZHANG_PORT') ?? DEFAULT_PORT,
    token: env.TONGZHANG_TOKEN ?? null,
    loopback: env.TONGZHANG_LOOPBACK === 'allow',
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

function numberOf(env: Readonly<Record<string, string | undefined>>, name: string): number | null {
  const text = env[name];
  if (text === undefined || text === '') return null;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name}=${text}: a whole number is expected`);
  return value;
}

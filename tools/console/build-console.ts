import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { consoleSourcesHash } from './sources-hash.ts';

/** Below it, a header is longer than what compression saves. */
const COMPRESSED_FROM_BYTES = 1_000;
const STAMP = '.sources';

/** Builds the console into console/dist unless what is there was made of these very sources; says whether it did. */
export async function buildConsoleIfStale(root: string): Promise<boolean> {
  const stamp = join(root, 'console/dist', STAMP);
  const wanted = consoleSourcesHash(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  await buildConsole(root);
  return true;
}

/**
 * Built beside and put in place at the end: a hub that is running keeps its files until the new ones are whole, and two
 * builds at once do no harm.
 */
export async function buildConsole(root: string): Promise<void> {
  const made = join(root, 'console', `dist-${process.pid}`);
  const hash = consoleSourcesHash(root);
  const { build } = await import('vite');
  await build({
    configFile: join(root, 'console/vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: made },
  });
  await compressAll(made);
  writeFileSync(join(made, STAMP), hash);
  putInPlace(made, join(root, 'console/dist'));
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

async function compressAll(folder: string): Promise<void> {
  const files = globSync('assets/*.{js,css,svg}', { cwd: folder });
  await Promise.all(files.map((file) => compress(join(folder, file))));
}

async function compress(file: string): Promise<void> {
  const plain = readFileSync(file);
  if (plain.length < COMPRESSED_FROM_BYTES) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  const [small, medium] = await Promise.all([brotli(plain, { params }), deflate(plain, { level: 9 })]);
  writeFileSync(`${file}.br`, small);
  writeFileSync(`${file}.gz`, medium);
}

function putInPlace(made: string, place: string): void {
  const old = `${made}-old`;
  mkdirSync(place, { recursive: true });
  renameSync(place, old);
  renameSync(made, place);
  rmSync(old, { recursive: true, force: true });
}

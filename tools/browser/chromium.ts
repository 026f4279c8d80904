import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

const root = join(import.meta.dirname, '../..');
const packed = join(root, 'node_modules/@sparticuz/chromium');

/** The browser that comes from npm, without a window. Whoever starts it closes it. */
export async function startChromium(): Promise<Browser> {
  const executablePath = await unpackOnce();
  return driver.launch({
    executablePath,
    // Tests run as root in containers, where Chromium's own sandbox cannot.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', '--disable-lcd-text'],
    env: { ...definedEnvironment(), ...libraries(executablePath) },
  });
}

/** Unpacking takes two seconds and 200 MB, so it is kept beside the package it came from. */
async function unpackOnce(): Promise<string> {
  const { version }: { version: string } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const place = join(root, 'node_modules/.cache/chromium', version);
  if (existsSync(join(place, 'chromium'))) return join(place, 'chromium');
  const making = `${place}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  await unpackInto(making);
  // Somebody else may have been faster; then theirs is as good.
  try {
    renameSync(making, place);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
  return join(place, 'chromium');
}

/** The package unpacks where temporary files go. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    chromium.setGraphicsMode = false;
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** A bare machine lacks a few system libraries; the package brings them along. */
function libraries(executablePath: string): Record<string, string> {
  const needs = spawnSync('ldd', [executablePath], { encoding: 'utf8' }).stdout ?? '';
  if (!needs.includes('not found')) return {};
  const place = join(dirname(executablePath), 'al2023');
  if (!existsSync(place)) {
    mkdirSync(place);
    const input = brotliDecompressSync(readFileSync(join(packed, 'bin/al2023.tar.br')));
    spawnSync('tar', ['-xf', '-', '-C', place], { input });
  }
  return { LD_LIBRARY_PATH: join(place, 'lib') };
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

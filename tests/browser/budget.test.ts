import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildConsoleIfStale } from '../../tools/console/build-console.ts';

/** What a browser with an empty cache loads, compressed as the hub sends it. */

const KB = 1_000;
const root = join(import.meta.dirname, '../..');
await buildConsoleIfStale(root);
const dist = join(root, 'console/dist');

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
}

const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(join(dist, '.vite/manifest.json'), 'utf8'),
);
const entry = Object.keys(manifest).find((name) => manifest[name]?.isEntry) ?? '';
const page = (name: string) => `src/pages/${name}.tsx`;

/** Modules that are loaded one after the other, with everything they import at once. */
function scriptBytes(...modules: readonly string[]): number {
  const wanted = new Set<string>();
  const visit = (name: string) => {
    const chunk = manifest[name];
    assert.ok(chunk, `${name} is not in the manifest`);
    if (wanted.has(chunk.file)) return;
    wanted.add(chunk.file);
    for (const one of chunk.imports ?? []) visit(one);
  };
  for (const module of modules) visit(module);
  return [...wanted].reduce((sum, file) => sum + compressedSize(file), 0);
}

function compressedSize(file: string): number {
  const packed = join(dist, `${file}.br`);
  return statSync(existsSync(packed) ? packed : join(dist, file)).size;
}

for (const [name, modules, limitKb] of [
  ['sign-in', [entry, page('sign-in/sign-in-page')], 250],
  [
    'overview',
    [entry, 'src/shell/shell-routes.tsx', page('overview/overview-page'), 'src/parts/echarts.ts'],
    600,
  ],
] as const) {
  test(`budget: the scripts of ${name} are at most ${limitKb} KB`, () => {
    const kb = Math.round(scriptBytes(...modules) / KB);
    assert.ok(kb <= limitKb, `${kb} KB`);
  });
}

test('budget: charts and editors are not loaded before they are shown', () => {
  const atOnce = readdirSync(join(dist, 'assets')).filter((file) =>
    /^(echarts|flow-canvas|yaml)-/.test(file),
  );
  const first = scriptBytes(entry, 'src/shell/shell-routes.tsx');
  const charts = atOnce
    .filter((file) => file.endsWith('.js'))
    .map((file) => compressedSize(`assets/${file}`));
  assert.ok(charts.length > 0 && first > 0);
  assert.ok(!JSON.stringify(manifest[entry]?.imports ?? []).includes('echarts'));
});

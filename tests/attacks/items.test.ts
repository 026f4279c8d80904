import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BESIDE } from './beside.ts';
import { ITEMS, type Item } from './items.ts';

const root = join(import.meta.dirname, '../..');

test('attacks: each of the 32 items is attacked by tests that are there', (t) => {
  assert.equal(ITEMS.length, 32);
  const all = [...ITEMS, ...BESIDE];
  assert.deepEqual(all.flatMap(missing), []);
  const attacks = new Set(
    all.flatMap(({ proved }) => Object.keys(proved).flatMap((file) => proofs(file, proved[file] ?? []))),
  );
  t.diagnostic(
    `summary: attacks: ${ITEMS.length} items and ${BESIDE.length} beside, ${attacks.size} attacks and tables of attacks, 0 through`,
  );
});

/** What an item names and no file holds. */
function missing({ ids, proved }: Item): string[] {
  return Object.entries(proved).flatMap(([file, beginnings]) =>
    beginnings
      .filter((beginning) => proofs(file, [beginning]).length === 0)
      .map((beginning) => `${ids.join(', ')}: ${file} has no test “${beginning}…”`),
  );
}

/** The tests of a file whose names begin so, as they are written there. */
function proofs(file: string, beginnings: readonly string[]): string[] {
  return namesIn(file)
    .filter((name) => beginnings.some((beginning) => name.startsWith(beginning)))
    .map((name) => `${file} › ${name}`);
}

const read = new Map<string, readonly string[]>();

/** A skipped test proves nothing, so it is not read. */
function namesIn(file: string): readonly string[] {
  const known = read.get(file);
  if (known) return known;
  const text = readFileSync(join(root, file), 'utf8');
  const names = [...text.matchAll(/\btest\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gs)].map(([, , name = '']) =>
    name.replace(/\$\{[^}]*\}/g, '…'),
  );
  read.set(file, names);
  return names;
}

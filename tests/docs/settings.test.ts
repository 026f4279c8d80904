import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

/** What the configuration reads from the environment, whichever way it asks. */
function variablesRead(): string[] {
  const names = read('src/app/config.ts').matchAll(/\benv\.([A-Z_]+)|'([A-Z]+_[A-Z_]+)'/g);
  return [...new Set([...names].map(([, member, quoted]) => member ?? quoted ?? ''))].sort();
}

/** The variables in the first cells of the guide's tables. */
function variablesTold(guide: string): string[] {
  const rows = read(guide).match(/^\| `[A-Z].*?\|/gm) ?? [];
  return rows.flatMap((row) => [...row.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name ?? '')).sort();
}

for (const guide of ['docs/guides/operate.md', 'docs/guides/operate.zh.md']) {
  test(`guides: ${guide} tells every environment variable and no other`, () => {
    assert.deepEqual(variablesTold(guide), variablesRead());
  });
}

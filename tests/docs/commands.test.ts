import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { commands } from '#cli/commands.ts';

const folder = join(import.meta.dirname, '../../docs/guides');
/** `app` adds these: three start processes, one looks after the keys. */
const known = new Set([...commands.map(({ name }) => name), 'start', 'demo', 'worker', 'rotate-key']);
const groups = new Set([...known].flatMap((name) => (name.includes(' ') ? [name.split(' ')[0]] : [])));
/** `tongzhang exceptions` alone lists them. */
const isCommand = (words: readonly string[]) =>
  known.has(words.join(' ')) || known.has(words[0] ?? '') || (words.length === 1 && groups.has(words[0]));

for (const name of readdirSync(folder)) {
  test(`guides: every command in ${name} is one that there is`, () => {
    const text = readFileSync(join(folder, name), 'utf8');
    const named = [...text.matchAll(/npx tongzhang ([a-z][a-z-]*)(?: ([a-z][a-z-]*)\b)?/g)];
    const unknown = named.filter(([, first = '', second]) => {
      if (!groups.has(first)) return !isCommand([first]);
      return !isCommand(second === undefined ? [first] : [first, second]);
    });
    assert.deepEqual(
      unknown.map(([whole]) => whole),
      [],
    );
  });
}

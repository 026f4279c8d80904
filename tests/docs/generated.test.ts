import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateFiles } from '../../tools/generated/generated-files.ts';

const root = join(import.meta.dirname, '../..');

for (const { path, text } of await generateFiles(root)) {
  test(`generated: ${path} is what npm run generate writes`, () => {
    const committed = existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
    assert.ok(committed === text, `${path} is out of date; run npm run generate and commit it`);
  });
}

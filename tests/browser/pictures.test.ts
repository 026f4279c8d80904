import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PICTURES } from '../../tools/browser/pictures.ts';

const pages = join(import.meta.dirname, '../../console/src/pages');
const paths = globSync('*/page.ts', { cwd: pages }).flatMap((file) =>
  [...readFileSync(join(pages, file), 'utf8').matchAll(/^ {2}path: '([^']+)'/gm)].map(
    (match) => match[1] ?? '',
  ),
);

/** `/deliveries/:delivery` is reached from `/deliveries`, by following a row. */
function isPictured(path: string): boolean {
  const [list, ...rest] = path.split('/:');
  return PICTURES.some((picture) => {
    const { pathname } = new URL(picture.path, 'http://hub.test');
    return rest.length === 0
      ? pathname === path
      : pathname.startsWith(list ?? '') && picture.first !== undefined;
  });
}

for (const path of paths) {
  test(`pictures: ${path} has one`, () => {
    assert.ok(isPictured(path), 'Add it to tools/browser/pictures.ts, and look at it: npm run screenshots');
  });
}

import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All that decides what the built console is: its sources, what it imports of the core, and the versions of its parts. */
const SOURCES = [
  'console/{index.html,tsconfig.json,vite.config.ts}',
  'console/src/**/*.*',
  'src/core/**/*.ts',
];

/** Contents are hashed, not times: a checkout leaves times that say nothing. Some 30 ms. */
export function consoleSourcesHash(root: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const paths = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root }))
    .filter((path) => !path.endsWith('.test.ts'))
    .sort();
  for (const path of paths) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

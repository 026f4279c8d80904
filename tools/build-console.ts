/** `npm run build`: the console into console/dist. With `--if-stale`, only when its sources are not those it was made of. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildConsole, buildConsoleIfStale } from './console/build-console.ts';

const root = join(import.meta.dirname, '..');
const isAsked = !process.argv.includes('--if-stale');

// An installation without development dependencies serves the console it came with.
if (isAsked || existsSync(join(root, 'node_modules/vite'))) {
  const startedAt = performance.now();
  const isBuilt = isAsked ? await buildConsole(root).then(() => true) : await buildConsoleIfStale(root);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  if (isBuilt) process.stderr.write(`tongzhang: console built in ${seconds} s\n`);
}

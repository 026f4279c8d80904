/** Writes everything that is generated. A test regenerates and compares, so nothing here may depend on when or where it runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateFiles } from './generated/generated-files.ts';

const root = join(import.meta.dirname, '..');

for (const { path, text } of await generateFiles(root)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(path);
}

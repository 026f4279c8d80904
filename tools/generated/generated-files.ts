import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiReference } from '#api/reference.ts';
import { completeLock, findUnlocked } from '../complete-lock.ts';
import { clientTypes } from './client-types.ts';
import { connectorsReference } from './connectors-reference.ts';
import { errorsReference } from './errors-reference.ts';
import { fieldsReference } from './fields-reference.ts';

export interface GeneratedFile {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}

/** Every generated file as it should be. */
export async function generateFiles(root: string): Promise<GeneratedFile[]> {
  return [
    {
      path: 'package-lock.json',
      text: completeLockText(readFileSync(join(root, 'package-lock.json'), 'utf8')),
    },
    { path: 'docs/reference/errors.md', text: errorsReference() },
    { path: 'docs/reference/standard-fields.md', text: fieldsReference() },
    { path: 'docs/reference/openapi.json', text: `${JSON.stringify(apiReference(), null, 2)}\n` },
    { path: 'console/src/api/paths.ts', text: clientTypes(apiReference()) },
    { path: 'docs/reference/connectors.md', text: await connectorsReference(root) },
  ];
}

/** A complete lock file stays as npm wrote it. */
function completeLockText(text: string): string {
  const lock = JSON.parse(text);
  return findUnlocked(lock).length === 0 ? text : `${JSON.stringify(completeLock(lock), null, 2)}\n`;
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Visitor } from './visitor.ts';

const folder = join(import.meta.dirname, '../../screenshots/failed');

/** A journey whose failure comes with a picture of where it ended, and with what the browser had complained about. */
export async function withPicture(
  name: string,
  visitor: Visitor,
  journey: () => Promise<void>,
): Promise<void> {
  try {
    await journey();
  } catch (error) {
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await visitor.page.screenshot({ path, fullPage: true });
    const { page, complaints } = visitor;
    throw new Error(`${name} ended at ${page.url()}; picture: ${path}; ${complaints.join('; ')}`, {
      cause: error,
    });
  }
}

import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** What a simulator holds, as lines that are only ever added: the last line of an id is its state. */
export interface Journal {
  /** Lines that were there when it was opened, oldest first. */
  readonly lines: readonly unknown[];
  /** On disk when it returns, so that no answer is given for what could still be forgotten. */
  append(values: readonly object[]): void;
  close(): void;
}

const MEMORY_ONLY: Journal = { lines: [], append: () => undefined, close: () => undefined };

/** Opens `<folder>/<name>.ndjson`; without a folder nothing is kept. A line torn by a kill is cut off. */
export function openJournal(folder: string | undefined, name: string): Journal {
  if (folder === undefined) return MEMORY_ONLY;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.ndjson`);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const file = openSync(path, 'a');
  if (whole.length < text.length) ftruncateSync(file, Buffer.byteLength(whole));
  return {
    lines: whole.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)])),
    append(values) {
      if (values.length > 0) writeSync(file, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
    },
    close: () => closeSync(file),
  };
}

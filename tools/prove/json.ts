import { existsSync, readFileSync } from 'node:fs';

/** Anything that was read from a file and not looked at yet. */
type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member as text; empty where there is none. */
export function text(value: unknown, name: string): string {
  const member = isObject(value) ? value[name] : undefined;
  return member === undefined || member === null ? '' : String(member);
}

/** A member as a list; empty where there is none. */
export function list(value: unknown, name: string): readonly unknown[] {
  const member = isObject(value) ? value[name] : undefined;
  return Array.isArray(member) ? member : [];
}

/** A member that is itself an object. */
export function inside(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** What is left of a journal: the last line of each id. A line that a kill cut in the middle is none. */
export function readJournal(path: string): unknown[] {
  if (!existsSync(path)) return [];
  const content = readFileSync(path, 'utf8');
  const last = new Map<string, unknown>();
  for (const line of content.slice(0, content.lastIndexOf('\n') + 1).split('\n')) {
    if (line === '') continue;
    const value: unknown = JSON.parse(line);
    last.set(text(value, 'id'), value);
  }
  return [...last.values()];
}

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { RefusalError } from '#core/trouble/trouble.ts';

/** The text of a file, or a refusal that says why it cannot be read. */
export async function readTextFile(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** A YAML (or JSON) file: its text and what it says. */
export async function readYamlFile(file: string): Promise<{ source: string; definition: unknown }> {
  const source = await readTextFile(file);
  try {
    return { source, definition: parse(source, { maxAliasCount: 100, uniqueKeys: true }) };
  } catch (error) {
    throw unreadable(file, error);
  }
}

export function unreadable(file: string, error: unknown): RefusalError {
  const reason = error instanceof Error ? error.message.slice(0, 300) : String(error);
  return new RefusalError({ code: 'cli_file_unreadable', params: { file, reason } });
}

import { tell } from '#api/http/problem.ts';
import { findingName } from '#core/trouble/finding-names.ts';
import type { Language } from '#core/trouble/message.ts';
import type { Tx } from '#storage/database.ts';
import { listCheckTitles } from '#storage/flows.ts';

/** What codes of findings are called where many cases are counted under one: flows name their own checks. */
export async function loadCodeNames(tx: Tx, language: Language): Promise<(code: string) => string> {
  const own = new Map((await listCheckTitles(tx)).map(({ code, title }) => [code, title[language]]));
  return (code) => findingName(code, language) ?? own.get(code) ?? tell({ code }, language).title;
}

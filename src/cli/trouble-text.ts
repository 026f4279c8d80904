import { describe } from '#core/trouble/catalogue.ts';
import type { Language } from '#core/trouble/message.ts';
import { Fault, type Refusal, RefusalError } from '#core/trouble/trouble.ts';
import { oneLine } from './width.ts';

/** A trouble as programs read it: the code of the catalogue, the place, and the sentences a person would see. */
export interface ToldTrouble {
  readonly code: string;
  readonly at: string | null;
  readonly title: string;
  readonly advice: string;
}

/** The trouble in words, whatever kind it is. */
export function tellTrouble(error: unknown, language: Language): ToldTrouble {
  if (error instanceof RefusalError) return tellRefusal(error.refusal, language);
  if (error instanceof Fault) return tellRefusal({ code: error.code, params: error.params }, language);
  return tellRefusal({ code: 'cli_failed', params: { reason: reasonOf(error) } }, language);
}

export function tellRefusal({ code, at, params = {} }: Refusal, language: Language): ToldTrouble {
  const given = at === undefined || at === '' ? params : { ...params, at };
  return { code, at: at ?? null, ...describe(code, given, language) };
}

/** Two or three lines: what is wrong where, what to do, and the code to search for. */
export function troubleLines({ code, title, advice }: ToldTrouble): string {
  return `✗ ${oneLine(title)}\n  ${oneLine(advice)}\n  [${code}]`;
}

/** What happened, with what it was caused by. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message} (${cause.message.slice(0, 300)})` : error.message;
}

import { brokenLimit, scalarAt } from '#connectors/kit/json-slices.ts';
import { accept, Fault, type Outcome, refuse } from '#core/trouble/trouble.ts';
import type { RestSettings } from './settings.ts';

export const ANSWER_BYTES_MAX = 100 * 1024 * 1024;
const LIMITS = { depthMax: 64, valuesMax: 10_000_000 };

/** What came back from one request, not yet believed. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  readonly path: string;
  readonly isRead: boolean;
}

/**
 * The text of an answer once it is known to be JSON of reasonable shape that means success.
 * A refusal where the other side says no; a fault where what came is no answer at all.
 */
export function readAnswer(answer: RawAnswer, settings: RestSettings): Outcome<string> {
  const { status, text, path } = answer;
  const broken = brokenLimit(text, LIMITS);
  if (broken !== null) {
    const code = broken === 'depth' ? 'rest_json_too_deep' : 'rest_json_too_wide';
    const max = broken === 'depth' ? LIMITS.depthMax : LIMITS.valuesMax;
    return refuse({ code, at: path, params: { max: String(max) } });
  }
  if (status === 408 || status === 425) throw notUnderstood(answer);
  const isJson = text.trim() === '' || parses(text);
  if (status >= 400) {
    const said = isJson ? messageOf(text, settings) : null;
    return refuse({
      code: status === 404 ? 'rest_not_found' : 'rest_refused',
      at: path,
      params: { status: String(status), answer: said ?? text.slice(0, 300) },
    });
  }
  if (!isJson || status >= 300) throw notUnderstood(answer);
  return meansSuccess(text, settings)
    ? accept(text)
    : refuse({
        code: 'rest_refused',
        at: path,
        params: { status: String(status), answer: messageOf(text, settings) ?? text.slice(0, 300) },
      });
}

/** `a.b` → ['a', 'b']; '' is the answer itself. */
export function pathOf(dotted: string): string[] {
  return dotted === '' ? [] : dotted.split('.');
}

function meansSuccess(text: string, { okPath, okValues }: RestSettings): boolean {
  if (okPath === null || text.trim() === '') return true;
  const mark = scalarAt(text, pathOf(okPath));
  return mark !== null && okValues.includes(mark);
}

function messageOf(text: string, { messagePath }: RestSettings): string | null {
  return text.trim() === '' ? null : scalarAt(text, pathOf(messagePath));
}

function notUnderstood({ status, text, isRead }: RawAnswer): Fault {
  return new Fault('answer_not_understood', {
    retry: { kind: 'retry' },
    outcomeUnknown: !isRead,
    params: { status: String(status), answer: text.slice(0, 300) },
  });
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

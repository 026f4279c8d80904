import { LineCounter, parseDocument } from 'yaml';
import { type CompiledFlow, compileFlow } from '#core/flows/compile-flow.ts';
import type { Flow } from '#core/flows/flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { looseFlow } from './loose-flow.ts';

/** A flow as far as its text can be understood. */
export interface Draft {
  readonly text: string;
  /** The flow as far as it is one, be it right or not: what the canvas shows. */
  readonly flow: Flow | null;
  /** The flow as functions; where something is not right yet, its fields without what is wrong, and no templates. */
  readonly compiled: CompiledFlow | null;
  /** Why the text is no YAML. */
  readonly unreadable: { readonly line: number; readonly column: number; readonly reason: string } | null;
  /** Everything wrong with the flow, by place. */
  readonly refusals: readonly Refusal[];
}

/** What a text says, judged by the very code that judges it when it is saved. */
export function readDraft(text: string, baseCurrency: string): Draft {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = counter.linePos(error.pos[0]);
    const reason = error.message;
    return { text, flow: null, compiled: null, unreadable: { line, column: col, reason }, refusals: [] };
  }
  return { text, unreadable: null, ...judge(document.toJS({ maxAliasCount: 100 }), baseCurrency) };
}

function judge(value: unknown, baseCurrency: string): Pick<Draft, 'flow' | 'compiled' | 'refusals'> {
  const flow = looseFlow(value);
  const parsed = parseFlow(value);
  const compiled = flow && compileFlow(flow, { baseCurrency });
  const refusals = [
    ...(parsed.ok ? [] : parsed.refusals),
    ...(compiled === null || compiled.ok ? [] : compiled.refusals),
  ];
  return {
    flow,
    compiled: compiled?.ok ? compiled.value : flow && compileWhatIsRight(flow, refusals, baseCurrency),
    refusals: [...new Map(refusals.map((one) => [`${one.code} ${one.at}`, one])).values()],
  };
}

const FIELD = /^documents\[(\d+)\]\.(lines\.)?fields\.([^.[]+)/;

/** The fields of a flow without those that are wrong, and without its templates. */
function compileWhatIsRight(
  flow: Flow,
  refusals: readonly Refusal[],
  baseCurrency: string,
): CompiledFlow | null {
  const wrong = new Set(refusals.map(({ at = '' }) => FIELD.exec(at)?.[0]));
  const without = (fields: Flow['documents'][number]['fields'], at: string) =>
    Object.fromEntries(Object.entries(fields).filter(([name]) => !wrong.has(`${at}.${name}`)));
  const documents = flow.documents.map(({ checks: _, when: __, ...document }, i) => ({
    ...document,
    fields: without(document.fields, `documents[${i}].fields`),
    ...(document.lines
      ? {
          lines: {
            ...document.lines,
            fields: without(document.lines.fields, `documents[${i}].lines.fields`),
          },
        }
      : {}),
  }));
  const compiled = compileFlow({ ...flow, documents, template: [] }, { baseCurrency });
  return compiled.ok ? compiled.value : null;
}

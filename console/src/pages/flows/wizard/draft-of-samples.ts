import { stringify } from 'yaml';
import type { Schemas } from '#console/api/paths.ts';

type Suggestion = Schemas['FieldSuggestion'];

interface Beginning {
  readonly code: string;
  readonly book: string;
  readonly connection: string;
  readonly kind: string;
  readonly target: string | null;
}

/** A flow that is begun: the fields that were taken over; its voucher template is written on the canvas. */
export function draftOf(begun: Beginning, taken: readonly Suggestion[]): string {
  const { code, book, connection, kind, target } = begun;
  const fields = fieldsOf(taken.filter(({ scope }) => scope === ''));
  const scope = taken.find((one) => one.scope !== '')?.scope;
  const lines =
    scope === undefined
      ? {}
      : { lines: { from: scope, fields: fieldsOf(taken.filter((one) => one.scope === scope)) } };
  return stringify({
    flow: code,
    title: { zh: code, en: code, ja: code },
    book,
    source: { connection, kind },
    trigger: { manual: true },
    documents: [{ kind: documentKind(kind), fields, ...lines }],
    template: [],
    targets: target === null ? [] : [{ connection: target, until: 'audited' }],
  });
}

function fieldsOf(taken: readonly Suggestion[]): Record<string, string> {
  return Object.fromEntries(taken.map(({ field, path }) => [field === 'doc_no' ? 'number' : field, path]));
}

function documentKind(kind: string): string {
  return /^[a-z][a-z0-9_-]*$/.test(kind) ? kind : 'document';
}

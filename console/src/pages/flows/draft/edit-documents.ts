import type { FieldMapping, Flow, VoucherTemplate } from '#core/flows/flow.ts';
import { VOUCHER_WORDS } from '#core/ledger/voucher.ts';
import { insertAt, removeAt, setAt } from './edit-text.ts';
import { baseOf, type FieldPlace, setField } from './fields.ts';
import { absolute, relative, type SourcePath } from './source-path.ts';

/** The text with one more kind of document, and the voucher template that it needs. */
export function addDocument(text: string, flow: Flow): string {
  const kind = freeKind(flow);
  const added = insertAt(text, ['documents'], { kind, fields: {} });
  return insertAt(added, ['template'], emptyTemplate(kind));
}

/** A voucher of a kind with a line on either side, to be filled in. */
export function emptyTemplate(kind: string): VoucherTemplate {
  return {
    document: kind,
    word: VOUCHER_WORDS[0],
    summary: '{number}',
    lines: [
      { side: 'debit', account: '', amount: 'order_total' },
      { side: 'credit', account: '', amount: 'order_total' },
    ],
  };
}

function freeKind({ documents }: Flow): string {
  const taken = new Set(documents.map(({ kind }) => kind));
  for (let n = 1; ; n += 1) {
    const kind = n === 1 ? 'document' : `document-${n}`;
    if (!taken.has(kind)) return kind;
  }
}

/** The text without a document; its templates go with it unless another document has its kind. */
export function removeDocument(text: string, flow: Flow, index: number): string {
  const without = removeAt(text, ['documents', index]);
  return templatesOnlyOf(flow, index).reduceRight((made, at) => removeAt(made, ['template', at]), without);
}

/** The text with the document of another kind; its templates follow unless another document has the old one. */
export function renameDocument(
  text: string,
  { flow, index, kind }: { readonly flow: Flow; readonly index: number; readonly kind: string },
): string {
  const renamed = setAt(text, ['documents', index, 'kind'], kind);
  return templatesOnlyOf(flow, index).reduce(
    (made, at) => setAt(made, ['template', at, 'document'], kind),
    renamed,
  );
}

function templatesOnlyOf({ documents, template }: Flow, index: number): number[] {
  const kind = documents[index]?.kind;
  const isShared = documents.some((one, at) => at !== index && one.kind === kind);
  if (isShared) return [];
  return template.flatMap(({ document }, at) => (document === kind ? [at] : []));
}

interface Lists {
  readonly flow: Flow;
  readonly index: number;
  /** Of the list as a mapping writes it; undefined for none. */
  readonly list: string | undefined;
}

/** The text with one document for each item of a list, or one for the record; paths go on meaning the same places. */
export function setEach(text: string, { flow, index, list }: Lists): string {
  const place = ['documents', index, 'each'];
  const written = list === undefined ? removeAt(text, place) : setAt(text, place, list);
  const { each: _, ...document } = flow.documents[index] ?? { kind: '', fields: {} };
  const after = list === undefined ? document : { ...document, each: list };
  const from =
    document.lines === undefined
      ? undefined
      : moved(document.lines.from, {
          before: baseOf(flow.documents[index], 'fields'),
          after: baseOf(after, 'fields'),
        });
  const based = from === undefined ? written : setAt(written, ['documents', index, 'lines', 'from'], from);
  return movePaths(based, { flow, index, part: 'fields', after: baseOf(after, 'fields') });
}

/** The text with the lines of a document from this list; without one, the document has no lines. */
export function setLines(text: string, { flow, index, list }: Lists): string {
  const place = ['documents', index, 'lines'];
  const document = flow.documents[index];
  if (list === undefined) return removeAt(text, place);
  if (document?.lines === undefined) return setAt(text, place, { from: list, fields: {} });
  const after = baseOf({ ...document, lines: { ...document.lines, from: list } }, 'lines');
  return movePaths(setAt(text, [...place, 'from'], list), { flow, index, part: 'lines', after });
}

interface Moving {
  readonly flow: Flow;
  readonly index: number;
  readonly part: FieldPlace['part'];
  /** Where the paths begin from now on. */
  readonly after: SourcePath;
}

function movePaths(text: string, { flow, index, part, after }: Moving): string {
  const document = flow.documents[index];
  const fields = (part === 'fields' ? document?.fields : document?.lines?.fields) ?? {};
  const before = baseOf(document, part);
  return Object.entries(fields).reduce((made, [field, mapping]) => {
    const path = pathOf(mapping);
    const next = path === undefined ? undefined : moved(path, { before, after });
    if (next === undefined || next === path) return made;
    const options = typeof mapping === 'string' ? {} : mapping;
    return setField(made, { document: index, part, field }, { ...options, path: next });
  }, text);
}

function pathOf(mapping: FieldMapping): string | undefined {
  return typeof mapping === 'string' ? mapping : mapping.path;
}

/** The same place seen from elsewhere; as it was written where it cannot be seen from there. */
function moved(
  path: string,
  { before, after }: { readonly before: SourcePath; readonly after: SourcePath },
): string {
  const place = absolute(path, before);
  return (place && relative(place, after)) ?? path;
}

import type { Document, Fields, FieldValue } from '#core/documents/document.ts';
import { restoreDocument } from '#core/documents/serialise.ts';
import { findVocabularyField } from '#core/documents/vocabulary.ts';
import { compileFlow } from '#core/flows/compile-flow.ts';
import type { VoucherTemplate } from '#core/flows/flow.ts';
import { formatAmount } from '#core/money/amount.ts';
import { assert } from '#core/trouble/trouble.ts';
import type { DocumentRow } from '#storage/documents.ts';
import { findVouchers, type StoredVoucher } from '#storage/vouchers.ts';
import { type OriginsOf, originsOf } from './origins.ts';
import type { TracedDocument, TracedField } from './trace.ts';
import type { TraceContext, TracedDefinition } from './trace-context.ts';
import { traceVoucher } from './trace-voucher.ts';

/** A document with where each value came from, the voucher it stands in and the one that took it back. */
export async function traceDocument(context: TraceContext, row: DocumentRow): Promise<TracedDocument> {
  const { tx, books, versionOf } = context;
  const definition = await versionOf(row.flow_version_id);
  const book = await books.get(row.book_id);
  const document = restoreDocument(row.body, row.provenance);
  const origins = originsOf(document, definition.flow);
  const [voucher] = await findVouchers(tx, row.book_id, row.voucher_id === null ? [] : [row.voucher_id]);
  const reversal = await findReversal(context, row.book_id, voucher);
  const source = { document, origins, template: templateOf(definition, document, book.baseCurrency) };
  return {
    id: String(row.document_id),
    book: book.code,
    kind: row.kind,
    number: row.number,
    date: row.date,
    currency: row.currency,
    state: row.state,
    flow: flowOf(context, definition),
    fields: fieldsOf(document.fields, { document, origins, prefix: '' }),
    lines: document.lines.map((line, i) => fieldsOf(line, { document, origins, prefix: `lines[${i}].` })),
    flags: row.flags ?? [],
    voucher: voucher ? await traceVoucher(context, voucher, source) : null,
    reversal: reversal ? await traceVoucher(context, reversal, null) : null,
  };
}

async function findReversal(
  { tx }: TraceContext,
  bookId: number,
  voucher: StoredVoucher | undefined,
): Promise<StoredVoucher | undefined> {
  if (!voucher || voucher.reversedBy === null) return undefined;
  const [reversal] = await findVouchers(tx, bookId, [voucher.reversedBy]);
  return reversal;
}

/** The template that made the voucher: chosen again by the same function, over the same document. */
function templateOf(
  { flow }: TracedDefinition,
  document: Document,
  baseCurrency: string,
): VoucherTemplate | null {
  const compiled = compileFlow(flow, { baseCurrency });
  assert(compiled.ok, 'a flow version was compiled before it was published');
  return compiled.value.templateOf(document);
}

function flowOf({ flowCodes }: TraceContext, { row, flow }: TracedDefinition): TracedDocument['flow'] {
  return {
    code: flowCodes.get(row.flow_id) ?? flow.flow,
    title: flow.title,
    version: row.version,
    publishedAt: row.published_at?.toISOString() ?? null,
    createdBy: row.created_by,
  };
}

function fieldsOf(
  fields: Fields,
  { document, origins, prefix }: { document: Document; origins: OriginsOf; prefix: string },
): TracedField[] {
  return Object.entries(fields).map(([field, value]) => ({
    field,
    title: findVocabularyField(field)?.title ?? null,
    value: textOf(value, document.currency),
    origins: origins(prefix + field),
  }));
}

function textOf(value: FieldValue, currency: string): string {
  if (value === null) return '';
  return typeof value === 'bigint' ? formatAmount(value, currency) : String(value);
}

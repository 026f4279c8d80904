import type { Document } from '#core/documents/document.ts';
import type { TemplateLine, VoucherTemplate } from '#core/flows/flow.ts';
import type { Book } from '#core/ledger/book.ts';
import { voucherLabel } from '#core/ledger/numbering.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';
import { assert } from '#core/trouble/trouble.ts';
import { deliveriesOfVoucher } from '#storage/deliveries.ts';
import { countDocumentsOf, postedPlaces } from '#storage/trace-reads.ts';
import type { StoredVoucher } from '#storage/vouchers.ts';
import type { OriginsOf } from './origins.ts';
import type { TracedDimension, TracedLine, TracedVoucher } from './trace.ts';
import type { TraceContext } from './trace-context.ts';
import { traceDeliveries } from './trace-deliveries.ts';

/** The document a voucher is traced from, and the template that was used for it. */
export interface VoucherSource {
  readonly document: Document;
  readonly origins: OriginsOf;
  readonly template: VoucherTemplate | null;
}

/** A voucher with the rule behind every line and dimension, its place in the chain of hashes, and its deliveries. */
export async function traceVoucher(
  context: TraceContext,
  voucher: StoredVoucher,
  source: VoucherSource | null,
): Promise<TracedVoucher> {
  const { tx, books } = context;
  const book = await books.get(voucher.bookId);
  const place = (await postedPlaces(tx, voucher.bookId, [voucher.id])).get(voucher.id);
  assert(place, 'a voucher was put into the book by a posting');
  const deliveries = await deliveriesOfVoucher(tx, voucher.bookId, voucher.id);
  return {
    id: String(voucher.id),
    label: voucherLabel(voucher),
    period: voucher.period,
    date: voucher.date,
    kind: voucher.kind,
    preparedBy: voucher.preparedBy,
    postedBy: place.posted_by,
    postedAt: place.posted_at.toISOString(),
    sha256: place.voucher_hash.toString('hex'),
    posting: { id: String(place.posting_id), sha256: place.posting_hash.toString('hex') },
    documents: await countDocumentsOf(tx, voucher.bookId, voucher.id),
    lines: voucher.lines.map((line, i) => tracedLine(line, i + 1, { book, source })),
    deliveries: await traceDeliveries(context, deliveries),
  };
}

interface LineContext {
  readonly book: Book;
  readonly source: VoucherSource | null;
}

function tracedLine(line: VoucherLine, no: number, { book, source }: LineContext): TracedLine {
  const made = line.templateLine === null ? undefined : source?.template?.lines[line.templateLine];
  const base = (minor: bigint) => (minor === 0n ? null : formatAmount(minor, book.baseCurrency));
  return {
    no,
    account: line.account,
    accountName: book.accounts.get(line.account)?.name ?? null,
    summary: line.summary,
    debit: base(line.debitMinor),
    credit: base(line.creditMinor),
    currency: line.currency,
    amount: formatAmount(line.amountMinor, line.currency),
    rate: line.rate,
    dimensions: Object.entries(line.dimensions).map(([dimension, code]) =>
      tracedDimension({ dimension, code, made, book, source }),
    ),
    template: made && line.templateLine !== null ? { no: line.templateLine + 1, line: made } : null,
  };
}

function tracedDimension({
  dimension,
  code,
  made,
  book,
  source,
}: LineContext & { dimension: string; code: string; made: TemplateLine | undefined }): TracedDimension {
  const from = made?.dimensions?.[dimension] ?? null;
  const field = from === null || from.startsWith('=') ? null : from;
  return {
    dimension,
    code,
    name: book.dimensions.get(dimension)?.get(code)?.name ?? null,
    field,
    origins: field === null || source === null ? [] : originsOfCode(source, field, code),
  };
}

/** The field may stand in the header or in one of the document's lines; what counts is where this very code came from. */
function originsOfCode({ document, origins }: VoucherSource, field: string, code: string) {
  const line = document.lines.findIndex((fields) => fields[field] === code);
  return line >= 0 ? origins(`lines[${line}].${field}`) : origins(field);
}

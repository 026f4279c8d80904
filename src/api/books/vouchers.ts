import Type from 'typebox';
import type { Mask } from '#access/mask.ts';
import { maskVoucher } from '#access/mask-voucher.ts';
import { requireBook } from '#api/find-book.ts';
import { created, notFound, ok, trouble } from '#api/http/answer.ts';
import { page } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Id, orNull, Problem, pageOf } from '#api/http/schemas.ts';
import { markText } from '#api/http/sorted-page.ts';
import { VoucherQuery, voucherFilter } from '#api/search/voucher-query.ts';
import type { Book } from '#core/ledger/book.ts';
import { voucherLabel } from '#core/ledger/numbering.ts';
import { reversePosted } from '#pipeline/post/reverse-posted.ts';
import type { Tx } from '#storage/database.ts';
import { documentsOfVoucher } from '#storage/documents.ts';
import { findPostingOf, type PostingFacts } from '#storage/posting-of-voucher.ts';
import { type ListedVoucher, listVouchers } from '#storage/voucher-list.ts';
import { findVouchers, type StoredVoucher } from '#storage/vouchers.ts';
import { LedgerNames, ledgerNames } from './ledger-names.ts';
import { VoucherBody, voucherBody } from './voucher-body.ts';

const StoredVoucherBody = Type.Object(
  { ...VoucherBody.properties, reversedBy: orNull(Id) },
  { $id: 'StoredVoucher' },
);

const VoucherWithDocuments = Type.Object(
  {
    ...StoredVoucherBody.properties,
    documents: Type.Array(
      Type.Object({ id: Id, recordId: Id, kind: Type.String(), number: Type.String(), state: Type.String() }),
    ),
    names: LedgerNames,
    posting: Type.Object(
      {
        id: Id,
        at: Type.String(),
        by: Type.String(),
        hash: Type.String({ description: 'Of the batch; follows from the one before it' }),
        voucherHash: Type.String({ description: 'SHA-256 of what the voucher says' }),
      },
      { description: 'The batch it was posted with' },
    ),
    reversedByLabel: orNull(Type.String()),
    reversesLabel: orNull(Type.String()),
  },
  { $id: 'VoucherWithDocuments' },
);

const tag = 'Vouchers';
const params = exactly({ book: Code, voucher: Id });

export const getVouchers = defineRoute({
  method: 'GET',
  path: '/books/{book}/vouchers',
  summary: 'List vouchers, newest first unless sorted otherwise',
  tag,
  permission: 'vouchers:read',
  scope: 'named',
  params: exactly({ book: Code }),
  query: VoucherQuery,
  replies: { 200: pageOf(StoredVoucherBody), 403: Problem, 404: Problem, 422: Problem },
  async handle({ params: { book: code }, query, raw, sight }, context) {
    const book = await requireBook(context.database, context, code);
    const filter = voucherFilter(query, { book, sight });
    const { limit } = filter.page;
    const rows = await listVouchers(context.database, {
      ...filter,
      page: { ...filter.page, limit: limit + 1 },
    });
    const vouchers = await findVouchers(
      context.database,
      book.id,
      rows.map((row) => row.voucher_id),
    );
    const byId = new Map(vouchers.map((voucher) => [voucher.id, voucher]));
    const mask = sight.mask(code);
    const item = (row: ListedVoucher) => storedBody(byId.get(row.voucher_id)!, { book, mask });
    const after = (row: ListedVoucher) => markText({ value: row.sort_value, id: row.voucher_id });
    return ok(page(rows, { raw, limit, after, item }));
  },
});

export const getVoucher = defineRoute({
  method: 'GET',
  path: '/books/{book}/vouchers/{voucher}',
  summary: 'Get a voucher and the documents it stands for',
  tag,
  permission: 'vouchers:read',
  scope: 'named',
  params,
  replies: { 200: VoucherWithDocuments, 404: Problem },
  async handle(asked, context) {
    const book = await requireBook(context.database, context, asked.params.book);
    const id = BigInt(asked.params.voucher);
    const [voucher] = await findVouchers(context.database, book.id, [id]);
    const posting = await findPostingOf(context.database, book.id, id);
    if (!voucher || !posting) return notFound('voucher', asked.params.voucher);
    const documents = await documentsOfVoucher(context.database, book.id, id);
    const mask = asked.sight.mask(book.code);
    const shown = storedBody(voucher, { book, mask });
    return ok({
      ...shown,
      names: ledgerNames(book, shown.lines),
      posting: postingBody(posting),
      ...(await labelsOfTwins(context.database, voucher)),
      documents: documents.map((row) => ({
        id: String(row.document_id),
        recordId: String(row.record_id),
        kind: row.kind,
        number: mask.number(row),
        state: row.state,
      })),
    });
  },
});

export const reverseVoucher = defineRoute({
  method: 'POST',
  path: '/books/{book}/vouchers/{voucher}/reverse',
  summary: 'Take a posted voucher back with a red-letter one, which goes to the same targets',
  tag,
  permission: 'vouchers:reverse',
  scope: 'named',
  params,
  body: exactly({
    note: Type.String({ minLength: 1, maxLength: 1000 }),
    acrossYears: Type.Optional(
      Type.Boolean({ description: 'Reverse a voucher of an earlier fiscal year in this one all the same' }),
    ),
  }),
  replies: { 201: VoucherBody, 404: Problem, 409: Problem, 422: Problem },
  async change({ params: wanted, body, raw, sight }, context) {
    const book = await requireBook(context.tx, context, wanted.book);
    const reversed = await reversePosted(context.tx, context.cache, {
      bookId: book.id,
      voucherId: BigInt(wanted.voucher),
      by: raw.principal,
      note: body.note,
      acrossYears: body.acrossYears ?? false,
    });
    if (!reversed.ok) return trouble(reversed.refusal);
    const { voucher, remember } = reversed.value;
    const shown = maskVoucher(sight.mask(book.code), voucherBody(voucher, book), voucher.sourceKinds);
    return { ...created(shown), committed: remember };
  },
});

/** What the voucher it takes back, and the one that takes it back, are called. */
async function labelsOfTwins(tx: Tx, { bookId, reverses, reversedBy }: StoredVoucher) {
  const ids = [reverses, reversedBy].filter((id) => id !== null);
  const twins = await findVouchers(tx, bookId, ids);
  const labelOf = (id: bigint | null) => {
    const twin = twins.find((one) => one.id === id);
    return twin ? voucherLabel(twin) : null;
  };
  return { reversesLabel: labelOf(reverses), reversedByLabel: labelOf(reversedBy) };
}

function postingBody({ posting_id, posted_at, posted_by, hash, voucher_hash }: PostingFacts) {
  return {
    id: String(posting_id),
    at: posted_at.toISOString(),
    by: posted_by,
    hash: hash.toString('hex'),
    voucherHash: voucher_hash.toString('hex'),
  };
}

function storedBody(voucher: StoredVoucher, { book, mask }: { book: Book; mask: Mask }) {
  return {
    ...maskVoucher(mask, voucherBody(voucher, book), voucher.sourceKinds),
    reversedBy: voucher.reversedBy === null ? null : String(voucher.reversedBy),
  };
}

import Type from 'typebox';
import type { Book } from '#core/ledger/book.ts';
import { reversePosted } from '#pipeline/post/reverse-posted.ts';
import { documentsOfVoucher } from '#storage/documents.ts';
import { findVouchers, listVoucherIds, type StoredVoucher } from '#storage/vouchers.ts';
import { requireBook } from './find-book.ts';
import { created, notFound, ok, trouble } from './http/answer.ts';
import { idPage, page } from './http/paging.ts';
import { defineRoute } from './http/route.ts';
import { Code, exactly, Id, orNull, Page, PeriodId, Problem, pageOf } from './http/schemas.ts';
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
  },
  { $id: 'VoucherWithDocuments' },
);

const tag = 'Vouchers';
const params = exactly({ book: Code, voucher: Id });

export const getVouchers = defineRoute({
  method: 'GET',
  path: '/books/{book}/vouchers',
  summary: 'List vouchers, newest first',
  tag,
  permission: 'vouchers:read',
  params: exactly({ book: Code }),
  query: exactly({
    ...Page,
    period: Type.Optional(PeriodId),
    word: Type.Optional(Type.String({ maxLength: 4 })),
    number: Type.Optional(Type.Integer({ minimum: 1 })),
    account: Type.Optional(Type.String({ maxLength: 60, description: 'This account or any below it' })),
  }),
  replies: { 200: pageOf(StoredVoucherBody), 404: Problem },
  async handle({ params: { book: code }, query, raw }, context) {
    const book = await requireBook(context.database, context, code);
    const { limit, fetch } = idPage(query);
    const { after: _, limit: __, ...filter } = query;
    const ids = await listVoucherIds(context.database, { bookId: book.id, ...filter, ...fetch });
    const vouchers = await findVouchers(context.database, book.id, ids);
    const byId = new Map(vouchers.map((voucher) => [voucher.id, voucher]));
    const item = (id: bigint) => storedBody(byId.get(id)!, book);
    return ok(page(ids, { raw, limit, after: String, item }));
  },
});

export const getVoucher = defineRoute({
  method: 'GET',
  path: '/books/{book}/vouchers/{voucher}',
  summary: 'Get a voucher and the documents it stands for',
  tag,
  permission: 'vouchers:read',
  params,
  replies: { 200: VoucherWithDocuments, 404: Problem },
  async handle(asked, context) {
    const book = await requireBook(context.database, context, asked.params.book);
    const id = BigInt(asked.params.voucher);
    const [voucher] = await findVouchers(context.database, book.id, [id]);
    if (!voucher) return notFound('voucher', asked.params.voucher);
    const documents = await documentsOfVoucher(context.database, book.id, id);
    return ok({
      ...storedBody(voucher, book),
      documents: documents.map((row) => ({
        id: String(row.document_id),
        recordId: String(row.record_id),
        kind: row.kind,
        number: row.number,
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
  params,
  body: exactly({
    note: Type.String({ minLength: 1, maxLength: 1000 }),
    acrossYears: Type.Optional(
      Type.Boolean({ description: 'Reverse a voucher of an earlier fiscal year in this one all the same' }),
    ),
  }),
  replies: { 201: VoucherBody, 404: Problem, 409: Problem, 422: Problem },
  async change({ params: wanted, body, raw }, context) {
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
    return { ...created(voucherBody(voucher, book)), committed: remember };
  },
});

function storedBody(voucher: StoredVoucher, book: Book) {
  return {
    ...voucherBody(voucher, book),
    reversedBy: voucher.reversedBy === null ? null : String(voucher.reversedBy),
  };
}

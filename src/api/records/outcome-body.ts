import Type from 'typebox';
import { VoucherBody, type voucherBody } from '#api/books/voucher-body.ts';
import { tell } from '#api/http/problem.ts';
import { Finding, Id, orNull } from '#api/http/schemas.ts';
import type { CoverFinding } from '#api/seen.ts';
import type { Voucher } from '#core/ledger/voucher.ts';
import type { Language } from '#core/trouble/message.ts';
import type { SubmissionAnswer } from '#pipeline/post/submission.ts';

export const PostedBody = Type.Object(
  {
    recordId: Id,
    repeated: Type.Boolean({
      description: 'The same content had come before; this is what became of it then',
    }),
    outcome: Type.Union([Type.Literal('posted'), Type.Literal('ignored')]),
    reason: Type.Optional(Type.String({ description: 'Why nothing was made of it' })),
    documents: Type.Array(
      Type.Object({
        id: Id,
        kind: Type.String(),
        number: Type.String(),
        voucher: orNull(VoucherBody),
      }),
    ),
    flags: Type.Array(Finding),
  },
  { $id: 'Posted' },
);

export interface Telling {
  readonly language: () => Language;
  /** Null for a voucher that whoever asks may not see. */
  readonly show: (voucher: Voucher) => ReturnType<typeof voucherBody> | null;
  readonly cover: CoverFinding;
}

/** What became of a submission that is not on hold. */
export function outcomeBody(
  { recordId, repeated, outcome }: SubmissionAnswer,
  { language, show, cover }: Telling,
) {
  const posted = outcome.kind === 'posted' ? outcome : null;
  return {
    recordId: String(recordId),
    repeated,
    outcome: outcome.kind,
    ...(outcome.kind === 'ignored' ? { reason: outcome.reason } : {}),
    documents: (posted?.documents ?? []).map(({ documentId, kind, number, voucher }) => ({
      id: String(documentId),
      kind,
      number,
      voucher: voucher && show(voucher),
    })),
    flags: (posted?.flags ?? []).map((flag) => tell(cover(flag), language())),
  };
}

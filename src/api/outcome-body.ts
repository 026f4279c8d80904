import Type from 'typebox';
import type { Language } from '#core/trouble/message.ts';
import type { SubmissionAnswer } from '#pipeline/post/submission.ts';
import { tell } from './http/problem.ts';
import { Finding, Id, orNull } from './http/schemas.ts';
import { VoucherBody, voucherBody } from './voucher-body.ts';

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

/** What became of a submission that is not on hold. */
export function outcomeBody(
  { recordId, repeated, outcome }: SubmissionAnswer,
  { baseCurrency, language }: { baseCurrency: string; language: () => Language },
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
      voucher: voucher && voucherBody(voucher, { baseCurrency }),
    })),
    flags: (posted?.flags ?? []).map((flag) => tell(flag, language())),
  };
}

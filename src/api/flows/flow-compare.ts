import Type from 'typebox';
import type { Mask } from '#access/mask.ts';
import { maskDocument } from '#access/mask-document.ts';
import { maskVoucher } from '#access/mask-voucher.ts';
import { VoucherLineBody, voucherBody } from '#api/books/voucher-body.ts';
import { ok } from '#api/http/answer.ts';
import { tell } from '#api/http/problem.ts';
import { defineRoute, type RawRequest } from '#api/http/route.ts';
import { Code, exactly, Finding, Id, orNull, Problem } from '#api/http/schemas.ts';
import type { StoredContent } from '#core/documents/serialise.ts';
import type { VoucherDraft } from '#core/ledger/voucher.ts';
import { type ComparedRecord, compareVersions } from '#pipeline/flows/compare-versions.ts';
import { BookCache } from '#pipeline/post/book-cache.ts';
import { findBook } from '#storage/books.ts';
import { chooseVersion, MappedBody, requireRecords } from './dry-run.ts';

const RECORDS_MAX = 1_000;
/** Differences shown in full; the others are counted. */
const SHOWN_MAX = 100;

const Change = Type.Union([Type.Literal('added'), Type.Literal('removed'), Type.Literal('changed')]);

const DocumentChange = Type.Object(
  {
    kind: Type.String(),
    number: Type.String(),
    change: Change,
    fields: Type.Array(
      Type.Object({ at: Type.String(), before: orNull(Type.Unknown()), after: orNull(Type.Unknown()) }),
    ),
    before: orNull(MappedBody),
    after: orNull(MappedBody),
  },
  { $id: 'DocumentChange' },
);

const Lines = Type.Array(VoucherLineBody);
const ComparedBody = Type.Object(
  {
    recordId: Id,
    externalId: Type.String(),
    documents: Type.Array(DocumentChange),
    vouchers: Type.Object(
      { isChanged: Type.Boolean(), before: Type.Array(Lines), after: Type.Array(Lines) },
      { description: 'The lines of each voucher' },
    ),
    findings: Type.Object({ before: Type.Array(Finding), after: Type.Array(Finding) }),
  },
  { $id: 'ComparedRecord' },
);

export const compareFlowVersions = defineRoute({
  method: 'POST',
  path: '/flows/{flow}/compare',
  summary:
    'Say for which stored records a version, or a flow not saved yet, makes other documents or vouchers',
  tag: 'Flows',
  permission: 'flows:read',
  scope: 'named',
  params: exactly({ flow: Code }),
  body: exactly({
    version: Type.Optional(Type.Integer({ minimum: 1, description: 'Default: the newest' })),
    source: Type.Optional(Type.String({ maxLength: 1_000_000, description: 'A flow not saved yet' })),
    against: Type.Optional(Type.Integer({ minimum: 1, description: 'Default: the published version' })),
    records: Type.Optional(
      Type.Integer({ minimum: 1, maximum: RECORDS_MAX, default: 100, description: 'Newest stored records' }),
    ),
  }),
  replies: {
    200: Type.Object({
      looked: Type.Integer({ description: 'Records that were tried' }),
      differing: Type.Integer({ description: 'Of these, how many differ' }),
      records: Type.Array(ComparedBody, { description: `The first ${SHOWN_MAX} of them` }),
    }),
    404: Problem,
    422: Problem,
  },
  async handle({ params: { flow: code }, body, raw, sight }, { database }) {
    return database.transaction(
      async (tx) => {
        const asked = { code, raw, sight };
        const { version, source, against } = body;
        const after = await chooseVersion(tx, {
          ...asked,
          ...(version === undefined ? {} : { version }),
          ...(source === undefined ? {} : { source }),
        });
        if ('trouble' in after) return after;
        const before = await chooseVersion(tx, { ...asked, version: against ?? 'published' });
        if ('trouble' in before) return before;
        requireRecords(raw.access, after.definition);
        const compared = await compareVersions(tx, new BookCache(), {
          flow: after.flow,
          before: before.version,
          after: after.version,
          records: body.records ?? 100,
        });
        const book = await findBook(tx, after.definition.book);
        const mask = raw.access.sight('records:read').mask(after.definition.book);
        const telling = { raw, mask, baseCurrency: book?.base_currency ?? 'CNY' };
        const { looked, differing } = compared;
        const records = differing.slice(0, SHOWN_MAX).map((one) => comparedBody(one, telling));
        return ok({ looked, differing: differing.length, records });
      },
      { dryRun: true },
    );
  },
});

interface Telling {
  readonly raw: RawRequest;
  readonly mask: Mask;
  readonly baseCurrency: string;
}

function comparedBody({ recordId, externalId, before, after }: ComparedRecord, telling: Telling) {
  const { mask, raw } = telling;
  const documents = changesOf(
    before.documents.map((one) => maskDocument(mask, one)),
    after.documents.map((one) => maskDocument(mask, one)),
  );
  const lines = (drafts: readonly VoucherDraft[]) => drafts.map((draft) => linesOf(draft, telling));
  const [old, now] = [lines(before.drafts), lines(after.drafts)];
  const kinds = [...before.documents, ...after.documents].map(({ kind }) => kind);
  const tellAll = (findings: ComparedRecord['before']['findings']) =>
    findings.map((finding) => tell(mask.finding(finding, kinds), raw.language));
  return {
    recordId: String(recordId),
    externalId,
    documents,
    vouchers: { isChanged: JSON.stringify(old) !== JSON.stringify(now), before: old, after: now },
    findings: { before: tellAll(before.findings), after: tellAll(after.findings) },
  };
}

function linesOf(draft: VoucherDraft, { mask, baseCurrency }: Telling) {
  const body = voucherBody({ ...draft, bookId: 0, id: 0n, number: 0 }, { baseCurrency });
  return maskVoucher(mask, body, draft.sourceKinds).lines;
}

type Shown = Pick<StoredContent, 'kind' | 'number'> & {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
};

/** Documents by kind and number: what came, what went, and which fields became others. */
function changesOf(before: readonly Shown[], after: readonly Shown[]) {
  const keyOf = ({ kind, number }: Shown) => `${kind} ${number}`;
  const [a, b] = [
    new Map(before.map((one) => [keyOf(one), one])),
    new Map(after.map((one) => [keyOf(one), one])),
  ];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [old, now] = [a.get(key) ?? null, b.get(key) ?? null];
    const fields = old && now ? fieldChanges(old, now) : [];
    const change = old === null ? 'added' : now === null ? 'removed' : 'changed';
    const { kind, number } = (now ?? old)!;
    return change === 'changed' && fields.length === 0
      ? []
      : [{ kind, number, change, fields, before: old, after: now }];
  });
}

function fieldChanges(before: Shown, after: Shown) {
  const [a, b] = [flat(before), flat(after)];
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((at) => ({ at, before: a.get(at) ?? null, after: b.get(at) ?? null }))
    .filter((one) => JSON.stringify(one.before) !== JSON.stringify(one.after));
}

function flat({ fields, lines }: Shown): Map<string, unknown> {
  return new Map([
    ...Object.entries(fields),
    ...lines.flatMap((line, i) =>
      Object.entries(line).map(([name, value]): [string, unknown] => [`lines[${i}].${name}`, value]),
    ),
  ]);
}

import Type from 'typebox';
import type { Mask } from '#access/mask.ts';
import { maskVoucher } from '#access/mask-voucher.ts';
import type { Sight } from '#access/sight.ts';
import { VoucherBody, voucherBody } from '#api/books/voucher-body.ts';
import { ok } from '#api/http/answer.ts';
import { tell } from '#api/http/problem.ts';
import { defineRoute, type RawRequest } from '#api/http/route.ts';
import { exactly, Finding, Id, orNull, Problem } from '#api/http/schemas.ts';
import { refuseRaw } from '#api/raw-shown.ts';
import type { Flow } from '#core/flows/flow.ts';
import type { Journalized } from '#core/journalize/journalize.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { recordNamer } from '#pipeline/flows/name-record.ts';
import { type Previewed, previewFlow } from '#pipeline/flows/preview-flow.ts';
import { BookCache } from '#pipeline/post/book-cache.ts';
import { findBook } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';
import { listFlowPlaces } from '#storage/places.ts';
import { readWritten, requireRecords, saveWritten, TriedBody, triedBody } from './dry-run.ts';

const RECORDS_MAX = 20;

const Step = Type.Object(
  { text: Type.String(), value: orNull(Type.String()), code: orNull(Type.String()) },
  { $id: 'FormulaStep', description: 'A part of a formula and what it comes to, or the code of its trouble' },
);

const Provenance = Type.Object({
  field: Type.String(),
  by: Type.String(),
  name: Type.String(),
  rule: Type.String(),
  confidence: Type.Number(),
});

const ExplainedBody = Type.Object(
  {
    kind: Type.String(),
    place: Type.String(),
    when: orNull(Type.Array(Step)),
    fields: Type.Array(
      Type.Object({
        at: Type.String(),
        field: Type.String(),
        type: orNull(Type.String()),
        from: Type.String({ description: 'The path, formula or constant' }),
        found: Type.Optional(Type.Unknown({ description: 'What the record has there' })),
        value: orNull(Type.String()),
        provenance: Type.Array(Provenance),
        findings: Type.Array(Finding),
        steps: Type.Optional(Type.Array(Step)),
      }),
    ),
  },
  { $id: 'ExplainedDocument', description: 'How every field of a document comes to its value' },
);

const { id: _, label: __, number: ___, reverses: ____, ...DRAFTED } = VoucherBody.properties;
const DraftBody = Type.Object(
  { ...DRAFTED, findings: Type.Array(Finding) },
  { $id: 'VoucherDraft', description: 'As the template writes it, before it is numbered' },
);

const PreviewBody = Type.Object(
  {
    refusals: Type.Array(Finding, { description: 'What keeps the flow from being saved' }),
    results: Type.Array(
      Type.Object({
        ...TriedBody.properties,
        provenance: Type.Array(Type.Array(Provenance), { description: 'By document' }),
        drafts: Type.Array(DraftBody),
        explained: Type.Array(ExplainedBody),
      }),
    ),
  },
  { $id: 'FlowPreview' },
);

export const previewFlowDraft = defineRoute({
  method: 'POST',
  path: '/flows/preview',
  summary:
    'Try a flow while it is written: documents, vouchers, and every step to every field; nothing is saved',
  tag: 'Flows',
  permission: 'flows:write',
  scope: 'list',
  body: exactly({
    source: Type.Optional(Type.String({ maxLength: 1_000_000, description: 'As YAML or JSON text' })),
    flow: Type.Optional(Type.Unknown({ description: 'The same as a structure' })),
    samples: Type.Optional(Type.Array(Type.Unknown(), { maxItems: RECORDS_MAX })),
    records: Type.Optional(Type.Array(Id, { maxItems: RECORDS_MAX, description: 'Stored records' })),
  }),
  replies: { 200: PreviewBody, 403: Problem, 404: Problem, 422: Problem },
  async handle({ body, raw, sight }, context) {
    const source = body.source ?? JSON.stringify(body.flow ?? null);
    const definition = readWritten(source);
    if ('trouble' in definition) return definition;
    return context.database.transaction(
      async (tx) => {
        const written = { source, definition: definition.value, by: raw.principal };
        const saved = await saveWritten(tx, written, sight);
        if (!saved.ok) return ok({ refusals: told(saved.refusals, raw), results: [] });
        const seen = { raw, sight, access: raw.access };
        const recordIds = (body.records ?? []).map(BigInt);
        if (recordIds.length > 0) requireRecords(raw.access, saved.definition);
        const samples = (body.samples ?? []).map((sample) => Buffer.from(JSON.stringify(sample)));
        const nameOf = recordNamer(saved.definition);
        const posting = { cache: new BookCache(), today: context.today, postedBy: raw.principal };
        const found = await previewFlow(tx, posting, { ...saved, samples, nameOf, stored: 0, recordIds });
        const telling = await openTelling(tx, saved, seen);
        return ok({ refusals: [], results: found.map(telling) });
      },
      { dryRun: true },
    );
  },
});

function told(refusals: readonly Refusal[], raw: RawRequest) {
  return refusals.map(({ code, at = '', params = {} }) => tell({ code, at, params }, raw.language));
}

interface Saved {
  readonly flow: { readonly connection_id: number; readonly kind: string };
  readonly definition: Flow;
}

/** Samples are the asker's own; of stored records they see what is granted, and how raw values were read only with them. */
async function openTelling(
  tx: Tx,
  { flow, definition }: Saved,
  { raw, sight, access }: { raw: RawRequest; sight: Sight; access: RawRequest['access'] },
) {
  const book = await findBook(tx, definition.book);
  const baseCurrency = book?.base_currency ?? 'CNY';
  const source = { connection_id: flow.connection_id, kind: flow.kind };
  const isRawShown = refuseRaw(access.sight('records:raw'), source, await listFlowPlaces(tx)) === null;
  const masks = {
    sample: sight.mask(definition.book),
    record: access.sight('records:read').mask(definition.book),
  };
  return ({ tried, documents, drafts, explained }: Previewed) => {
    const mask = tried.recordId === null ? masks.sample : masks.record;
    const isShown = tried.recordId === null || isRawShown;
    return {
      ...triedBody(tried, { baseCurrency, raw, mask }),
      provenance: isShown ? documents.map(({ provenance }) => provenance) : [],
      drafts: drafts.map((draft) => draftBody(draft, { baseCurrency, raw, mask })),
      explained: isShown ? explained.map((one) => explainedBody(one, raw)) : [],
    };
  };
}

function draftBody(
  { draft, findings }: Journalized,
  { baseCurrency, raw, mask }: { baseCurrency: string; raw: RawRequest; mask: Mask },
) {
  const shown = findings.map((finding) => tell(finding, raw.language));
  if (draft === null) return { ...NO_DRAFT, currency: baseCurrency, findings: shown };
  const numbered = { ...draft, bookId: 0, id: 0n, number: 0 };
  const { id, label, number, reverses, ...body } = maskVoucher(
    mask,
    voucherBody(numbered, { baseCurrency }),
    draft.sourceKinds,
  );
  return { ...body, findings: shown };
}

/** The template could not be filled; the findings say why. */
const NO_DRAFT = {
  word: '',
  date: '',
  period: 0,
  kind: 'ordinary',
  total: '0',
  attachmentCount: 0,
  preparedBy: '',
  reviewedBy: null,
  lines: [],
};

function explainedBody({ fields, ...document }: Previewed['explained'][number], raw: RawRequest) {
  return {
    ...document,
    fields: fields.map(({ findings, ...field }) => ({
      ...field,
      findings: findings.map((finding) => tell(finding, raw.language)),
    })),
  };
}

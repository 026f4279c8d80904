import Type from 'typebox';
import { parse } from 'yaml';
import type { Access } from '#access/access.ts';
import type { Mask } from '#access/mask.ts';
import { maskDocument } from '#access/mask-document.ts';
import { maskVoucher } from '#access/mask-voucher.ts';
import type { Sight } from '#access/sight.ts';
import { VoucherBody, voucherBody } from '#api/books/voucher-body.ts';
import { ok, type Refused, refusedAll, trouble } from '#api/http/answer.ts';
import { tell } from '#api/http/problem.ts';
import { defineRoute, type RawRequest } from '#api/http/route.ts';
import { Code, exactly, Finding, Id, orNull, Problem } from '#api/http/schemas.ts';
import { requireFlowWithin } from '#api/require-flow-within.ts';
import type { Flow } from '#core/flows/flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import type { Voucher } from '#core/ledger/voucher.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { type SavedFlow, saveFlowVersion, type WrittenFlow } from '#pipeline/flows/flow-versions.ts';
import { recordNamer } from '#pipeline/flows/name-record.ts';
import { type Tried, tryFlow } from '#pipeline/flows/try-flow.ts';
import { BookCache } from '#pipeline/post/book-cache.ts';
import { listBooks } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';
import { type FlowVersionRow, findFlow, listFlowVersions } from '#storage/flows.ts';

const RECORDS_MAX = 200;

const MappedFields = Type.Record(
  Type.String(),
  orNull(Type.Union([Type.String(), Type.Boolean(), Type.Object({ amount: Type.String() })])),
);

export const MappedBody = Type.Object(
  {
    kind: Type.String(),
    place: Type.String({
      description: "Which of several documents of one record, as findings name it: refunds[1]., else ''",
    }),
    number: Type.String(),
    date: Type.String(),
    currency: Type.String(),
    fields: MappedFields,
    lines: Type.Array(MappedFields),
  },
  { $id: 'MappedDocument' },
);

export const TriedBody = Type.Object(
  {
    recordId: orNull(Id),
    externalId: Type.String(),
    outcome: Type.Union([Type.Literal('posted'), Type.Literal('held'), Type.Literal('ignored')]),
    reason: Type.Optional(Type.String()),
    documents: Type.Array(MappedBody, { description: 'What mapping made of it' }),
    vouchers: Type.Array(VoucherBody),
    findings: Type.Array(Finding),
  },
  { $id: 'Tried' },
);

/** What a flow would do, by the very code that does it for good, rolled back at the end. */
export const dryRunFlow = defineRoute({
  method: 'POST',
  path: '/flows/{flow}/dry-run',
  summary: 'Try a version, or a flow not saved yet, on samples or stored records; nothing is kept',
  tag: 'Flows',
  permission: 'flows:read',
  scope: 'named',
  params: exactly({ flow: Code }),
  body: exactly({
    version: Type.Optional(Type.Integer({ minimum: 1, description: 'Default: the newest' })),
    source: Type.Optional(Type.String({ description: 'A flow not saved yet, as YAML or JSON text' })),
    samples: Type.Optional(Type.Array(Type.Unknown(), { maxItems: RECORDS_MAX })),
    stored: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: RECORDS_MAX,
        description: 'How many of the newest stored records',
      }),
    ),
  }),
  replies: { 200: Type.Object({ results: Type.Array(TriedBody) }), 404: Problem, 422: Problem },
  async handle({ params: { flow: code }, body, raw, sight }, context) {
    const sampleBytes = (body.samples ?? []).map((sample) => Buffer.from(JSON.stringify(sample)));
    // What is learnt from versions that never were must not be remembered.
    const cache = new BookCache();
    return context.database.transaction(
      async (tx) => {
        const chosen = await chooseVersion(tx, { ...body, code, raw, sight });
        if ('trouble' in chosen) return chosen;
        const { book: bookCode } = chosen.definition;
        if (body.stored) requireRecords(raw.access, chosen.definition);
        const nameOf = recordNamer(chosen.definition);
        const trial = { ...chosen, samples: sampleBytes, nameOf, stored: body.stored ?? 0 };
        const tried = await tryFlow(tx, { cache, today: context.today, postedBy: raw.principal }, trial);
        const book = (await listBooks(tx)).find((row) => row.book_id === chosen.flow.book_id);
        const baseCurrency = book?.base_currency ?? 'CNY';
        const records = raw.access.sight('records:read').mask(bookCode);
        const samples = sight.mask(bookCode);
        const show = (one: Tried) =>
          triedBody(one, { baseCurrency, raw, mask: one.recordId === null ? samples : records });
        return ok({ results: tried.map(show) });
      },
      { dryRun: true },
    );
  },
});

/** Stored records are shown to whom records are shown. */
export function requireRecords(access: Access, { book, documents }: Flow): void {
  const kinds = documents.map(({ kind }) => kind);
  if (access.sight('records:read').wholeTraffic({ book, kinds })) return;
  throw new RefusalError({ code: 'forbidden', params: { permission: 'records:read', book } });
}

interface Choice {
  readonly code: string;
  /** Default: the newest. */
  readonly version?: number | 'published';
  readonly source?: string;
  readonly raw: RawRequest;
  readonly sight: Sight;
}

/** The version that is meant, or the draft as a version of this transaction. */
export async function chooseVersion(tx: Tx, { code, version: number, source, raw, sight }: Choice) {
  if (source !== undefined) return saveDraft(tx, source, { by: raw.principal, sight });
  const flow = await findFlow(tx, code);
  const versions = flow ? await listFlowVersions(tx, flow.flow_id) : [];
  const isMeant = (one: FlowVersionRow) =>
    number === 'published' ? one.flow_version_id === flow?.published_version_id : one.version === number;
  const version = number === undefined ? versions[0] : versions.find(isMeant);
  const parsed = parseFlow(version?.definition);
  if (!flow || !version || !parsed.ok) {
    const id = number === undefined ? code : `${code}/${number}`;
    throw new RefusalError({ code: 'not_found', params: { kind: 'flow version', id } });
  }
  return { flow, version, definition: parsed.value };
}

async function saveDraft(tx: Tx, source: string, { by, sight }: { by: string; sight: Sight }) {
  const definition = readWritten(source);
  if ('trouble' in definition) return definition;
  const saved = await saveWritten(tx, { source, definition: definition.value, by }, sight);
  return saved.ok ? saved : refusedAll('flow_refused', saved.refusals);
}

/** The draft in a transaction that is rolled back, within what its author may reach. */
export async function saveWritten(tx: Tx, written: WrittenFlow, sight: Sight): Promise<SavedFlow> {
  await requireFlowWithin(tx, sight, written.definition);
  return saveFlowVersion(tx, written);
}

/** What YAML (or JSON) says, or where it is none. */
export function readWritten(source: string): { value: unknown } | Refused {
  try {
    return { value: parse(source, { maxAliasCount: 100 }) };
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 400) : '';
    return trouble({ code: 'flow_not_yaml', at: 'body.source', params: { why } });
  }
}

/** What was tried, as whoever asks may see it. */
export function triedBody(
  { recordId, externalId, outcome, mapped, findings }: Tried,
  { baseCurrency, raw, mask }: { baseCurrency: string; raw: RawRequest; mask: Mask },
) {
  const documents = outcome.kind === 'posted' ? outcome.documents : [];
  const kinds = mapped.map(({ kind }) => kind);
  const show = (voucher: Voucher) =>
    maskVoucher(mask, voucherBody(voucher, { baseCurrency }), voucher.sourceKinds);
  return {
    recordId: recordId === null ? null : String(recordId),
    externalId,
    outcome: outcome.kind,
    ...(outcome.kind === 'ignored' ? { reason: outcome.reason } : {}),
    documents: mapped.map((document) => maskDocument(mask, document)),
    vouchers: documents.flatMap(({ voucher }) => (voucher ? [show(voucher)] : [])),
    findings: findings.map((finding) => tell(mask.finding(finding, kinds), raw.language)),
  };
}

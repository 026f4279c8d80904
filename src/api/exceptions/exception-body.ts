import Type from 'typebox';
import type { Mask } from '#access/mask.ts';
import type { Sight } from '#access/sight.ts';
import { notFound, type Refused, trouble } from '#api/http/answer.ts';
import { tell } from '#api/http/problem.ts';
import type { RawRequest } from '#api/http/route.ts';
import { Amount, Code, Currency, Day, Finding, Id, orNull } from '#api/http/schemas.ts';
import { loadNames, type Names } from '#api/names.ts';
import { type CoverFinding, findingCovers } from '#api/seen.ts';
import { formatAmount } from '#core/money/amount.ts';
import type { Language } from '#core/trouble/message.ts';
import { listBooks } from '#storage/books.ts';
import type { Tx } from '#storage/database.ts';
import { type ExceptionRow, findException } from '#storage/exceptions.ts';
import { type FlowRow, listFlows } from '#storage/flows.ts';
import { listFlowPlaces } from '#storage/places.ts';

export const ExceptionState = Type.Union([
  Type.Literal('open'),
  Type.Literal('resolved'),
  Type.Literal('released'),
  Type.Literal('dismissed'),
]);

export const ExceptionBody = Type.Object(
  {
    id: Id,
    book: Code,
    flow: orNull(Code),
    recordId: Id,
    externalId: Type.String(),
    runId: orNull(Id),
    document: orNull(Type.String({ description: 'Kind and number, where mapping came that far' })),
    partner: orNull(Type.String({ description: 'Whom it is about, where mapping came that far' })),
    date: orNull(Day),
    impact: orNull(Amount),
    currency: Currency,
    state: ExceptionState,
    effect: Type.Union([Type.Literal('block'), Type.Literal('hold')]),
    codes: Type.Array(Type.String()),
    findings: Type.Array(Finding),
    openedAt: Type.String(),
    ageDays: Type.Number({ description: 'How long it waited, or has been waiting' }),
    assignedTo: orNull(Type.String({ description: 'Login of a person' })),
    assignedAt: orNull(Type.String()),
    assignedBy: orNull(Type.String()),
    closedAt: orNull(Type.String()),
    closedBy: orNull(Type.String()),
    note: orNull(Type.String()),
  },
  { $id: 'Exception', description: 'Impact is the amount at stake, in the currency of the book' },
);

/** Makes bodies of exceptions for whoever asks: what one may not see of a kind of document is left out. */
export async function exceptionBodies(
  tx: Tx,
  { raw, sight, now }: { raw: Pick<RawRequest, 'language'>; sight: Sight; now: () => Date },
): Promise<(row: ExceptionRow) => ReturnType<typeof exceptionBody>> {
  const names = await loadNames(tx);
  const coverOf = await findingCovers(tx, sight);
  const currencies = new Map((await listBooks(tx)).map((row) => [row.book_id, row.base_currency]));
  const kinds = new Map((await listFlowPlaces(tx)).map((place) => [place.flow_id, place.kinds]));
  const { language } = raw;
  return (row) =>
    exceptionBody(row, {
      names,
      language,
      cover: coverOf(row.flow_id),
      currency: currencies.get(row.book_id) ?? '',
      mask: sight.mask(names.book(row.book_id)),
      kinds: kinds.get(row.flow_id) ?? [],
      now: now(),
    });
}

interface Telling {
  readonly names: Names;
  readonly language: Language;
  readonly cover: CoverFinding;
  readonly currency: string;
  readonly mask: Mask;
  readonly kinds: readonly string[];
  readonly now: Date;
}

const DAY_MS = 86_400_000;

function exceptionBody(row: ExceptionRow, telling: Telling) {
  const { names, language, cover, currency } = telling;
  const ageMs = (row.closed_at ?? telling.now).getTime() - row.opened_at.getTime();
  return {
    id: String(row.exception_id),
    book: names.book(row.book_id),
    flow: names.flow(row.flow_id),
    recordId: String(row.record_id),
    externalId: row.external_id,
    runId: row.run_id === null ? null : String(row.run_id),
    document: row.document_key,
    ...stakesOf(row, telling),
    date: row.doc_date,
    currency,
    state: row.state,
    effect: row.effect,
    codes: row.codes,
    findings: row.findings.map((finding) => tell(cover(finding), language)),
    openedAt: row.opened_at.toISOString(),
    ageDays: Number(Math.max(ageMs / DAY_MS, 0).toFixed(2)),
    assignedTo: row.assigned_to,
    assignedAt: row.assigned_at?.toISOString() ?? null,
    assignedBy: row.assigned_by,
    closedAt: row.closed_at?.toISOString() ?? null,
    closedBy: row.closed_by,
    note: row.note,
  };
}

function stakesOf(row: ExceptionRow, { mask, kinds, currency }: Telling) {
  const isPlain = mask.isClear || !mask.touches(kinds);
  return {
    partner: isPlain ? row.partner : null,
    impact: isPlain && row.impact_minor !== null ? formatAmount(row.impact_minor, currency) : null,
  };
}

/** An open exception and its flow, which takes records now; anything else is what the request is told. */
export async function findOpenException(
  tx: Tx,
  wanted: { readonly exception: string },
): Promise<{ row: ExceptionRow; flow: FlowRow } | Refused> {
  const row = await findException(tx, BigInt(wanted.exception));
  if (!row) return missingException(wanted);
  if (row.state !== 'open') {
    return trouble({ code: 'exception_closed', params: { id: wanted.exception, state: row.state } });
  }
  const flow = (await listFlows(tx)).find((one) => one.flow_id === row.flow_id);
  if (flow && flow.published_version_id !== null) return { row, flow };
  return trouble({ code: 'flow_not_published', params: { flow: flow?.code ?? '' } });
}

export function missingException({ exception }: { readonly exception: string }): Refused {
  return notFound('exception', exception);
}

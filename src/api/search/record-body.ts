import Type from 'typebox';
import { DOTS } from '#access/mask.ts';
import type { Sight } from '#access/sight.ts';
import { Code, Currency, Id, orNull, PeriodId } from '#api/http/schemas.ts';
import type { Names } from '#api/names.ts';
import { formatAmount } from '#core/money/amount.ts';
import { type RecordFacts, SHOWN_STATES } from '#storage/record-facts.ts';
import type { RecordRow } from '#storage/records.ts';

export const RecordBody = Type.Object(
  {
    id: Id,
    connection: Code,
    kind: Type.String(),
    externalId: Type.String(),
    mediaType: Type.String(),
    sha256: Type.String(),
    changedAt: orNull(Type.String()),
    receivedAt: Type.String(),
    runId: orNull(Id),
    refusal: orNull(Type.Unknown({ description: 'Why its bytes could not be read at all' })),
  },
  { $id: 'Record' },
);

export const RecordFound = Type.Object(
  {
    ...RecordBody.properties,
    state: Type.Union(SHOWN_STATES.map((state) => Type.Literal(state))),
    document: orNull(
      Type.Object(
        {
          book: Code,
          kind: Type.String(),
          number: Type.String(),
          date: orNull(Type.String()),
          currency: orNull(Currency),
          amount: orNull(Type.String()),
          partner: orNull(Type.String()),
        },
        { description: 'The living document, or what mapping could read of what is on hold' },
      ),
    ),
    voucher: orNull(
      Type.Object({ id: Id, book: Code, word: Type.String(), number: Type.Integer(), period: PeriodId }),
    ),
    exceptionId: orNull(Id),
    codes: Type.Array(Type.String(), { description: 'Findings of the exception' }),
    ignoredReason: orNull(Type.String()),
  },
  { $id: 'RecordFound' },
);

export function recordBody(row: Omit<RecordRow, 'raw' | 'received_by'>, names: Names) {
  return {
    id: String(row.record_id),
    connection: names.connection(row.connection_id),
    kind: row.kind,
    externalId: row.external_id,
    mediaType: row.media_type,
    sha256: row.content_hash.toString('hex'),
    changedAt: row.changed_at?.toISOString() ?? null,
    receivedAt: row.received_at.toISOString(),
    runId: row.run_id === null ? null : String(row.run_id),
    refusal: row.refusal,
  };
}

/** A record as a search shows it; amount and partner only as the caller sees them. */
export function recordFound(facts: RecordFacts, { names, sight }: { names: Names; sight: Sight }) {
  const isHeld = facts.state === 'held' || facts.state === 'refused';
  return {
    ...recordBody(facts, names),
    state: facts.state,
    document: documentOf(facts, { names, sight }),
    voucher:
      facts.voucher_id === null || facts.book_id === null
        ? null
        : {
            id: String(facts.voucher_id),
            book: names.book(facts.book_id),
            word: facts.voucher_word,
            number: facts.voucher_number,
            period: facts.voucher_period,
          },
    exceptionId: isHeld && facts.exception_id !== null ? String(facts.exception_id) : null,
    codes: isHeld ? (facts.codes ?? []) : [],
    ignoredReason: facts.state === 'ignored' ? facts.ignored : null,
  };
}

function documentOf(facts: RecordFacts, { names, sight }: { names: Names; sight: Sight }) {
  const { book_id: bookId, document_kind: kind, document_number: number } = facts;
  if (bookId === null || kind === null || number === null) return null;
  const book = names.book(bookId);
  const mask = sight.mask(book);
  const amounts = mask.amounts([kind]);
  const isCovered = amounts === 'masked' || amounts === 'hidden';
  const covered = (text: string | null, isShown: boolean) => (text === null || isShown ? text : DOTS);
  const amount =
    facts.amount_minor === null || facts.currency === null
      ? null
      : formatAmount(facts.amount_minor, facts.currency);
  return {
    book,
    kind,
    number: covered(number, mask.field(kind, 'number') === 'plain'),
    date: facts.document_date,
    currency: facts.currency,
    amount: covered(amount, !isCovered),
    partner: covered(facts.partner, mask.texts([kind]) === 'plain'),
  };
}

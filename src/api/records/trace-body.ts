import Type, { type TSchema } from 'typebox';
import { Code, Currency, Day, Finding, Id, orNull, PeriodId, Texts } from '#api/http/schemas.ts';
import { IGNORED_REASONS } from '#storage/records.ts';

const IgnoredReason = Type.Union(IGNORED_REASONS.map((reason) => Type.Literal(reason)));

const Moment = Type.String({ description: 'ISO 8601' });
const Sha256 = Type.String({ description: 'Hexadecimal' });
const maybeText = orNull(Type.String());

/** One of these texts. */
function oneOf(...names: string[]): TSchema {
  return Type.Union(names.map((name) => Type.Literal(name)));
}

const Origin = Type.Object(
  {
    by: Type.Union([
      Type.Literal('path'),
      Type.Literal('enum'),
      Type.Literal('value'),
      Type.Literal('book'),
      Type.Literal('crosswalk'),
      Type.Literal('table'),
      Type.Literal('default'),
      Type.Literal('formula'),
      Type.Literal('person'),
    ]),
    from: orNull(Type.String({ description: 'Path or formula over the record, or the constant' })),
    name: orNull(Type.String({ description: 'Of the crosswalk or table' })),
    rule: orNull(Type.String({ description: 'Their code in the crosswalk, 1-based rule of the table' })),
    ruleText: orNull(Type.String({ description: 'The rule in words: store = SH01 → dept = D10' })),
    confidence: Type.Number({ description: '0–1; 1 for what a person confirmed' }),
  },
  { $id: 'TracedOrigin', description: 'Where one value came from' },
);

const Field = Type.Object(
  { field: Type.String(), title: orNull(Texts), value: Type.String(), origins: Type.Array(Origin) },
  { $id: 'TracedField' },
);

const Delivery = Type.Object(
  {
    id: Id,
    connection: Code,
    kind: Type.String(),
    businessKey: Type.String(),
    state: Type.String(),
    targetState: Type.String(),
    targetId: maybeText,
    targetNumber: maybeText,
    error: Type.Unknown(),
    createdAt: Moment,
    doneAt: orNull(Moment),
    text: orNull(Type.String({ description: 'What a write-back said' })),
    attempts: Type.Array(
      Type.Object({ startedAt: Moment, endedAt: Moment, outcome: Type.String(), detail: Type.Unknown() }),
    ),
  },
  { $id: 'TracedDelivery' },
);

const TemplateLine = Type.Object(
  {
    side: Type.String(),
    account: Type.String(),
    amount: Type.String({ description: 'Field of the document; a minus before it negates' }),
    summary: Type.Optional(Type.String()),
    allocateBy: Type.Optional(Type.String()),
    tax: Type.Optional(Type.Object({ rate: Type.String(), part: Type.String() })),
  },
  { $id: 'TemplateLine' },
);

const Line = Type.Object(
  {
    no: Type.Integer(),
    account: Type.String(),
    accountName: orNull(Texts),
    summary: Type.String(),
    debit: maybeText,
    credit: maybeText,
    currency: Currency,
    amount: Type.String(),
    rate: Type.String(),
    dimensions: Type.Array(
      Type.Object({
        dimension: Type.String(),
        code: Type.String(),
        name: maybeText,
        field: orNull(Type.String({ description: 'Field it was taken from; null for a constant' })),
        origins: Type.Array(Origin),
      }),
    ),
    template: orNull(
      Type.Object({ no: Type.Integer({ description: 'Counted from one' }), line: TemplateLine }),
    ),
  },
  { $id: 'TracedLine' },
);

const Voucher = Type.Object(
  {
    id: Id,
    label: Type.String({ description: '记-118' }),
    period: PeriodId,
    date: Day,
    kind: Type.String(),
    preparedBy: Type.String(),
    postedBy: Type.String(),
    postedAt: Moment,
    sha256: Sha256,
    posting: Type.Object({ id: Id, sha256: Sha256 }),
    documents: Type.Integer({ description: 'More than one for a summarised voucher' }),
    lines: Type.Array(Line),
    deliveries: Type.Array(Delivery),
  },
  { $id: 'TracedVoucher' },
);

const Document = Type.Object(
  {
    id: Id,
    book: Code,
    kind: Type.String(),
    number: Type.String(),
    date: Type.String(),
    currency: Currency,
    state: Type.Union([Type.Literal('staged'), Type.Literal('posted'), Type.Literal('reversed')]),
    flow: Type.Object({
      code: Code,
      title: Texts,
      version: Type.Integer(),
      publishedAt: orNull(Moment),
      createdBy: Type.String(),
    }),
    fields: Type.Array(Field),
    lines: Type.Array(Type.Array(Field)),
    flags: Type.Array(Finding),
    voucher: orNull(Voucher),
    reversal: orNull(Voucher),
  },
  { $id: 'TracedDocument' },
);

const VERSION_STATES = ['waiting', 'held', 'posted', 'staged', 'reversed', 'ignored', 'unclaimed'];

/** The whole way of a record; parts the caller may not see are absent or null. */
export const TraceBody = Type.Object(
  {
    record: Type.Object({
      id: Id,
      connection: Type.Object({ code: Code, title: Type.String(), connector: Type.String() }),
      kind: Type.String(),
      externalId: Type.String(),
      mediaType: Type.String(),
      sha256: Sha256,
      changedAt: orNull(Moment),
      receivedAt: Moment,
      receivedBy: orNull(Type.String({ description: 'Who handed it in by itself' })),
      bytes: Type.Integer(),
      raw: orNull(
        Type.Object({
          encoding: Type.Union([Type.Literal('utf-8'), Type.Literal('base64')]),
          text: Type.String(),
        }),
      ),
      refusal: orNull(Finding),
    }),
    run: orNull(
      Type.Object({
        id: Id,
        kind: Type.String(),
        startedBy: Type.String(),
        startedAt: Moment,
        flow: maybeText,
      }),
    ),
    versions: Type.Array(
      Type.Object({
        recordId: Id,
        receivedAt: Moment,
        changedAt: orNull(Moment),
        sha256: Sha256,
        state: oneOf(...VERSION_STATES),
        documents: Type.Array(
          Type.Object({
            book: Code,
            kind: Type.String(),
            number: Type.String(),
            state: Type.String(),
            voucher: maybeText,
            reversal: maybeText,
          }),
        ),
      }),
    ),
    documents: Type.Array(Document),
    exceptions: Type.Array(
      Type.Object({
        id: Id,
        flow: Code,
        state: Type.String(),
        effect: Type.String(),
        findings: Type.Array(Finding),
        openedAt: Moment,
        closedAt: orNull(Moment),
        closedBy: maybeText,
        note: maybeText,
      }),
    ),
    corrections: Type.Array(
      Type.Object({
        id: Id,
        flow: Code,
        kind: Type.String(),
        place: Type.String(),
        value: maybeText,
        before: maybeText,
        reason: Type.String(),
        madeAt: Moment,
        madeBy: Type.String(),
        revokedAt: orNull(Moment),
        revokedBy: maybeText,
      }),
    ),
    ignored: Type.Array(Type.Object({ flow: Code, reason: IgnoredReason, at: Moment })),
    waiting: Type.Array(Type.Object({ flow: Code, version: Type.Integer() })),
    heldNews: Type.Array(Delivery),
  },
  { $id: 'Trace' },
);

import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { placesIn } from './template.ts';

const closed = { additionalProperties: false } as const;
const Words = Type.Record(Type.String(), Type.String());
const Read = Type.Union([Type.Literal('GET'), Type.Literal('POST')], { default: 'GET' });
const Write = Type.Union([Type.Literal('POST'), Type.Literal('PUT'), Type.Literal('PATCH')], {
  default: 'POST',
});

/** One kind of record and how to read it. Paths are dotted (`data.rows`); '' is the answer itself. */
export const Resource = Type.Object(
  {
    path: Type.String({ pattern: '^/' }),
    method: Read,
    query: Type.Record(Type.String(), Type.String(), { default: {} }),
    body: Type.Optional(Type.Unknown()),
    items: Type.String({ default: '' }),
    id: Type.String({ default: 'id', minLength: 1 }),
    /** Path of the field that says when an item changed. Without it every read is a full one. */
    changed: Type.Optional(Type.String({ minLength: 1 })),
    changedFormat: Type.Union(
      [
        Type.Literal('iso'),
        Type.Literal('local'),
        Type.Literal('date'),
        Type.Literal('unix'),
        Type.Literal('unix-ms'),
        Type.Literal('text'),
      ],
      { default: 'iso' },
    ),
    utcOffset: Type.String({ default: '+08:00', pattern: '^(Z|[+-]\\d\\d:\\d\\d)$' }),
    overlapSeconds: Type.Integer({ default: 120, minimum: 0, maximum: 604_800 }),
    /** `{since}` of the very first read; without it the parameter is left out then. */
    firstSince: Type.Optional(Type.String({ minLength: 1 })),
    paging: Type.Union(
      [
        Type.Literal('none'),
        Type.Literal('page'),
        Type.Literal('offset'),
        Type.Literal('cursor'),
        Type.Literal('link'),
      ],
      { default: 'none' },
    ),
    pageSize: Type.Integer({ default: 100, minimum: 1, maximum: 10_000 }),
    firstPage: Type.Integer({ default: 1, minimum: 0, maximum: 1 }),
    /** Paths in the answer that say how it goes on: the next cursor, is there more, how many pages, how many items. */
    next: Type.Optional(Type.String()),
    more: Type.Optional(Type.String()),
    pages: Type.Optional(Type.String()),
    total: Type.Optional(Type.String()),
  },
  closed,
);
export type Resource = Static<typeof Resource>;

const Ask = { path: Type.String({ pattern: '^/' }), query: Type.Optional(Words) };
const Send = { ...Ask, method: Write, body: Type.Optional(Type.Unknown()) };

/** Telling the source what became of its record. `find.value` is compared with `find.expect`, so that nothing is told twice. */
export const WriteBack = Type.Object(
  {
    find: Type.Object(
      { ...Ask, value: Type.String(), expect: Type.String({ default: '{voucherNumber}' }) },
      closed,
    ),
    send: Type.Object(Send, closed),
  },
  closed,
);
export type WriteBack = Static<typeof WriteBack>;

/** A ledger as a target. `find.key` must hold our business key: a ledger that ignores the filter must not look like a hit. */
export const VoucherTarget = Type.Object(
  {
    find: Type.Object(
      {
        ...Ask,
        items: Type.Optional(Type.String()),
        key: Type.String(),
        id: Type.String(),
        number: Type.String(),
      },
      closed,
    ),
    create: Type.Object({ ...Send, id: Type.String(), number: Type.String() }, closed),
  },
  closed,
);
export type VoucherTarget = Static<typeof VoucherTarget>;

const MESSAGE = [
  'externalId',
  'kind',
  'businessKey',
  'status',
  'documentNumber',
  'voucherNumber',
  'targetNumber',
  'codes',
  'text',
];
const HEADER = [
  'businessKey',
  'book',
  'word',
  'number',
  'date',
  'period',
  'attachmentCount',
  'currency',
  'total',
];
const LINE = [
  'line',
  'summary',
  'account',
  'side',
  'debit',
  'credit',
  'lineCurrency',
  'amount',
  'rate',
  'quantity',
  'unitPrice',
];

/** A resource from configuration, or which of its settings is wrong and why. */
export function readResource(given: unknown, at: string): Outcome<Resource> {
  const filled: unknown = Value.Default(Resource, structuredClone(given));
  if (!Value.Check(Resource, filled)) return wrong(at, ...firstError(Value.Errors(Resource, filled)));
  const why = resourceConflict(filled);
  return why === null ? accept(filled) : wrong(at, why[0], why[1]);
}

export function readWriteBack(given: unknown, at: string): Outcome<WriteBack> {
  const filled: unknown = Value.Default(WriteBack, structuredClone(given));
  if (!Value.Check(WriteBack, filled)) return wrong(at, ...firstError(Value.Errors(WriteBack, filled)));
  const unknown = unknownPlace([filled.find, filled.send], MESSAGE);
  return unknown === null ? accept(filled) : wrong(at, '', `{${unknown}}?`);
}

export function readVoucherTarget(given: unknown, at: string): Outcome<VoucherTarget> {
  const filled: unknown = Value.Default(VoucherTarget, structuredClone(given));
  if (!Value.Check(VoucherTarget, filled))
    return wrong(at, ...firstError(Value.Errors(VoucherTarget, filled)));
  const unknown =
    unknownPlace(filled.find, ['businessKey']) ??
    unknownPlace([filled.create.path, filled.create.query], HEADER) ??
    unknownPlace(filled.create.body, [...HEADER, ...LINE]);
  return unknown === null ? accept(filled) : wrong(at, '', `{${unknown}}?`);
}

/** What the pieces of a resource promise each other: a page that is never asked for would be read for ever. */
function resourceConflict(resource: Resource): readonly [string, string] | null {
  const { path, query, body, paging, changed } = resource;
  const places = new Set(placesIn([path, query, body ?? null]));
  const unknown = [...places].find((place) => !['since', 'page', 'size', 'offset', 'cursor'].includes(place));
  if (unknown !== undefined) return ['query', `{${unknown}}?`];
  if (['page', 'offset', 'cursor'].includes(paging) && !places.has(paging)) return ['query', `{${paging}}`];
  if (paging === 'cursor' && resource.next === undefined) return ['next', 'a.path'];
  return places.has('since') && changed === undefined ? ['changed', 'a.path'] : null;
}

function unknownPlace(template: unknown, known: readonly string[]): string | null {
  const isKnown = (place: string) =>
    known.includes(place) || (known.includes('account') && place.startsWith('dimension.'));
  return placesIn(template).find((place) => !isKnown(place)) ?? null;
}

function firstError(errors: readonly { instancePath: string; message: string }[]): readonly [string, string] {
  const error = errors.find(({ message }) => message !== 'schema is false') ?? errors[0];
  return [(error?.instancePath ?? '').replaceAll('/', '.').slice(1), error?.message ?? ''];
}

function wrong(at: string, field: string, why: string): Outcome<never> {
  return refuse({ code: 'setting_invalid', at: field === '' ? at : `${at}.${field}`, params: { why } });
}

import Type, { type TProperties, type TSchema } from 'typebox';

/** An object that takes exactly these members: a misspelt one must not silently mean "absent". */
export function exactly<Members extends TProperties>(
  members: Members,
  options: Record<string, unknown> = {},
) {
  return Type.Object(members, { additionalProperties: false, ...options });
}

export const Id = Type.String({ pattern: '^[0-9]{1,18}$', description: 'A number, as text' });
export const Code = Type.String({ minLength: 1, maxLength: 200 });
export const Amount = Type.String({
  pattern: '^-?[0-9]+(\\.[0-9]+)?$',
  description: 'Decimal, in major units',
});
export const Day = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
export const Currency = Type.String({ pattern: '^[A-Z]{3}$' });
export const PeriodId = Type.Integer({
  minimum: 190001,
  maximum: 299999,
  description: 'year × 100 + number',
});
export const Texts = exactly({ zh: Type.String(), en: Type.String(), ja: Type.String() }, { $id: 'Texts' });

/** `value` or null. */
/** Why somebody does something; it goes into the audit log. */
export const Note = Type.String({ minLength: 1, maxLength: 1000 });

export function orNull<Value extends TSchema>(value: Value) {
  return Type.Union([value, Type.Null()]);
}

export const Finding = Type.Object(
  {
    code: Type.String(),
    level: Type.Optional(Type.Integer({ minimum: 1, maximum: 4 })),
    effect: Type.Optional(Type.Union([Type.Literal('block'), Type.Literal('hold'), Type.Literal('flag')])),
    at: Type.String(),
    params: Type.Record(Type.String(), Type.String()),
    title: Type.String(),
    advice: Type.String(),
  },
  { $id: 'Finding' },
);

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What to do about it' }),
    instance: Type.String(),
    code: Type.String(),
    at: Type.Optional(Type.String()),
    params: Type.Record(Type.String(), Type.String()),
    findings: Type.Optional(Type.Array(Finding)),
  },
  { $id: 'Problem' },
);

/** What every list takes beside its filters. */
export const Page = {
  after: Type.Optional(Type.String({ maxLength: 400, description: 'From `next` of the page before' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
};

/** One page of `item`s and the address of the next one. */
export function pageOf<Item extends TSchema>(item: Item) {
  return Type.Object({ items: Type.Array(item), next: orNull(Type.String()) });
}

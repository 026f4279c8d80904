import type { FieldRule } from './field-rule-text.ts';

/** Where something holds and which fields it covers up; null: everywhere. */
export interface Limits {
  readonly books: readonly string[] | null;
  readonly departments?: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly fields: readonly FieldRule[];
}

/** The same as a form has it, where nothing chosen means everything. */
export interface LimitsTyped {
  readonly books?: readonly string[];
  readonly departments?: readonly string[];
  readonly kinds?: readonly string[];
  readonly fields?: readonly FieldRule[];
}

/** What a form says, for the hub. A rule that names no kind or no field is none. */
export function limitsOf({ books, departments, kinds, fields = [] }: LimitsTyped) {
  return {
    books: someOrAll(books),
    departments: someOrAll(departments),
    kinds: someOrAll(kinds),
    fields: fields.filter(({ kind, field }) => kind.trim() !== '' && field.trim() !== ''),
  };
}

/** @example someOrAll([]) // null: everything */
function someOrAll(chosen: readonly string[] = []): string[] | null {
  return chosen.length === 0 ? null : [...chosen];
}

/** What a form begins with. */
export function limitsTyped({ books, departments, kinds, fields }: Limits): LimitsTyped {
  return { books: books ?? [], departments: departments ?? [], kinds: kinds ?? [], fields };
}

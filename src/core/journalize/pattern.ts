import type { Fields, FieldValue } from '#core/documents/document.ts';

/** Where the fields named in a template are looked up: in the line first, then in the header. */
export interface Source {
  readonly header: Fields;
  readonly line: Fields | null;
  /** Amounts as text. */
  readonly show: (value: FieldValue) => string;
}

/** A text with `{field}` places. `fill` gives the text, or null when a field it needs is empty. */
export interface Pattern {
  readonly fields: readonly string[];
  readonly fill: (source: Source) => string | null;
  /** Like `fill`, with nothing in the place of what is empty: for texts people read. */
  readonly fillLoosely: (source: Source) => string;
}

const PLACE = /\{([a-z][a-z0-9_]*)\}/;

export function compilePattern(text: string): Pattern {
  // Splitting by a group leaves texts at even and field names at odd places.
  const parts = text.split(PLACE);
  const fields = parts.filter((_, index) => index % 2 === 1);
  if (fields.length === 0) return { fields, fill: () => text, fillLoosely: () => text };
  const valueAt = (part: string, source: Source) => fieldOf(part, source);
  return {
    fields,
    fill: (source) => {
      if (fields.some((field) => valueAt(field, source) === null)) return null;
      return join(parts, source);
    },
    fillLoosely: (source) => join(parts, source),
  };
}

/** The value of a field in the line or else in the header; null when it is empty. */
export function fieldOf(name: string, { line, header }: Source): FieldValue {
  return line?.[name] ?? header[name] ?? null;
}

function join(parts: readonly string[], source: Source): string {
  let text = '';
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] ?? '';
    text += i % 2 === 0 ? part : source.show(fieldOf(part, source));
  }
  return text;
}

import { DOTS, type Mask } from './mask.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A document as it is stored or shown, whatever its values look like. */
interface Showable {
  readonly kind: string;
  readonly number: string;
  readonly fields: Fields;
  readonly lines: readonly Fields[];
}

/** A document without what is not to be seen: hidden fields are absent, masked ones are dots. */
export function maskDocument<Document extends Showable>(
  mask: Mask,
  document: Document,
): Document | (Omit<Document, keyof Showable> & Showable) {
  const { kind, fields, lines } = document;
  if (!mask.touches([kind])) return document;
  return {
    ...document,
    number: mask.number(document),
    fields: maskFields(mask, kind, fields),
    lines: mask.hasLines(kind) ? lines.map((line) => maskFields(mask, kind, line)) : [],
  };
}

function maskFields(mask: Mask, kind: string, fields: Fields): Fields {
  const shown = Object.entries(fields).flatMap(([name, value]): [string, unknown][] => {
    const showing = mask.head(kind, name);
    return showing === 'hidden' ? [] : [[name, showing === 'masked' ? DOTS : value]];
  });
  return Object.fromEntries(shown);
}

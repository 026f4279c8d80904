import { createHash } from 'node:crypto';

/** Documents of one order never touch each other's marks on it. */
export const NAMESPACE = 'tongzhang';
const KEY = 'voucher';
const KEY_LENGTH_MAX = 64;
/** A line about the order as a whole: why it is held. */
const HELD = '[通账]';

/**
 * The metafield key of a document: `voucher` for the order itself, and for its other documents what they add to the
 * order's name (`#1001-R1` → `voucher_R1`). A merchant can show `voucher` beside every order that way.
 */
export function metafieldKey(
  document: string | null,
  order: { readonly id: string; readonly name: string },
): string {
  const names = [order.name, order.name.replace(/^#/, ''), order.id].filter((name) => name !== '');
  if (document === null || names.includes(document)) return KEY;
  const name = names.find((each) => document.startsWith(each)) ?? '';
  const rest = document.slice(name.length).replace(/^[-#_]+/, '');
  const isPlain = /^[\w-]+$/.test(rest) && rest.length + KEY.length < KEY_LENGTH_MAX;
  const tail = isPlain ? rest : createHash('sha256').update(document).digest('hex').slice(0, 16);
  return `${KEY}_${tail}`;
}

/** Our line about a document, or about the order when it has none. */
export function noteLine(document: string | null, text: string): string {
  return `${prefixOf(document)} ${text.replace(/\s+/g, ' ').trim()}`;
}

/**
 * The note with our line in it. The merchant's own words and the lines of other documents are kept as they are.
 * An earlier line of the same document is replaced, and so is the reason why the order was held: it is over.
 */
export function noteWith(note: string | null, document: string | null, text: string): string {
  const line = noteLine(document, text);
  if (note === null || note === '') return line;
  const old = [prefixOf(document), HELD];
  const lines = note.split('\n');
  const kept = lines.filter((each) => !old.some((prefix) => each.startsWith(`${prefix} `)));
  return [...kept, line].join('\n');
}

function prefixOf(document: string | null): string {
  return document === null ? HELD : `[通账 ${document.replace(/\s+/g, ' ')}]`;
}

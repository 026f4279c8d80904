import { type Document, isCollection, isNode, isScalar, type Node, parseDocument, visit } from 'yaml';

/** Where something stands in a flow: `['documents', 0, 'fields', 'customer']`. */
export type Place = readonly (string | number)[];

/**
 * The text of a flow with one thing at `place` set anew; comments and the order of everything else stay. Small things
 * are written on one line, as people do.
 */
export function setAt(text: string, place: Place, value: unknown): string {
  return edit(text, (document) => {
    const before = document.getIn(place, true);
    if (isScalar(before) && isPlain(value)) {
      before.value = value;
      return;
    }
    const node = document.createNode(value);
    if (isNode(node)) dress(node, isNode(before) ? before : null);
    document.setIn(place, node);
  });
}

/** The text without what stands at `place`, and without the member above it where that is left empty. */
export function removeAt(text: string, place: Place): string {
  return edit(text, (document) => {
    if (document.hasIn(place)) document.deleteIn(place);
  });
}

/** The text with `value` as a new last element of the list at `place`. */
export function insertAt(text: string, place: Place, value: unknown): string {
  return edit(text, (document) => {
    const list = document.getIn(place, true);
    const node = document.createNode(value);
    dress(node, null);
    if (isList(list)) list.items.push(node);
    else document.setIn(place, document.createNode([value]));
  });
}

/** The text with the element `from` of the list at `place` standing where `to` stood. */
export function moveAt(
  text: string,
  place: Place,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return edit(text, (document) => {
    const list = document.getIn(place, true);
    if (!isList(list)) return;
    const [moved] = list.items.splice(from, 1);
    if (moved !== undefined) list.items.splice(to, 0, moved);
  });
}

/** The 1-based line on which the thing at `place` stands, or the nearest thing around it that is there. */
export function lineAt(text: string, place: Place): number {
  const document = parseDocument(text);
  for (let length = place.length; length > 0; length -= 1) {
    const node = document.getIn(place.slice(0, length), true);
    if (isNode(node) && node.range) return text.slice(0, node.range[0]).split('\n').length;
  }
  return 1;
}

/** The place that a refusal names. @example placeOf('documents[0].fields.customer') */
export function placeOf(at: string): Place {
  return [...at.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
}

function edit(text: string, change: (document: Document) => void): string {
  const document = parseDocument(text);
  change(document);
  openFrames(document);
  return document.toString({ lineWidth: 0 });
}

/** What grows with every edit: written on one line, it would become a line nobody can read. */
function openFrames(document: Document): void {
  const documents = countAt(document, ['documents']).flatMap((index): Place[] => {
    const place = ['documents', index];
    return [
      place,
      [...place, 'fields'],
      [...place, 'lines'],
      [...place, 'lines', 'fields'],
      [...place, 'checks'],
    ];
  });
  const templates = countAt(document, ['template']).flatMap((index): Place[] => [
    ['template', index],
    ['template', index, 'lines'],
  ]);
  for (const place of [['documents'], ...documents, ['template'], ...templates, ['checks'], ['targets']]) {
    const node = document.getIn(place, true);
    if (isCollection(node) && node.items.length > 0) node.flow = false;
  }
}

function countAt(document: Document, place: Place): number[] {
  const list = document.getIn(place, true);
  return isList(list) ? [...list.items.keys()] : [];
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function isList(node: unknown): node is { items: unknown[] } {
  return typeof node === 'object' && node !== null && 'items' in node && Array.isArray(node.items);
}

const SHORT = 90;

/** Maps and lists that fit on a line stand on one; the comments of what was there before stay. */
function dress(node: Node, before: Node | null): void {
  visit(node, {
    Collection: (_, collection) => {
      collection.flow = JSON.stringify(collection).length <= SHORT;
    },
  });
  if (before === null) return;
  node.commentBefore = before.commentBefore ?? null;
  node.comment = before.comment ?? null;
  if (before.spaceBefore === true) node.spaceBefore = true;
}

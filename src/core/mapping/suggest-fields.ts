import { listVocabulary, type VocabularyField } from '#core/documents/vocabulary.ts';
import type { DiscoveredField, SeenType } from './discover-fields.ts';
import { FIELD_SYNONYMS } from './field-synonyms.ts';
import { similarity } from './similarity.ts';

/** One of their places and the standard field it is likely to be. */
export interface FieldSuggestion {
  readonly path: string;
  readonly field: string;
  /** 0–1; 1 is left to what a person says. */
  readonly confidence: number;
  readonly reason: {
    /** `name`: it is called so; `synonym`: systems call it so; `alike`: the names are alike. */
    readonly by: 'name' | 'synonym' | 'alike';
    /** The name of ours that it met. */
    readonly met: string;
    /** Whether the values look like such a field: `fits`, or nothing to tell it by. */
    readonly shape: 'fits' | 'unknown';
  };
  /** What else it may be, the likeliest first. */
  readonly also: readonly string[];
}

type Candidate = Omit<FieldSuggestion, 'also'>;

const CONFIDENCE_MIN = 0.5;
const ALIKE_MIN = 0.72;

interface Name {
  readonly field: string;
  readonly text: string;
  readonly words: readonly string[];
  readonly by: 'name' | 'synonym';
}

/** What the places belong to: a document's head, or its lines. */
export type SuggestScope = 'document' | 'line';

/**
 * Standard fields for places of a record, one place for each field, the surest first. Names decide (in Chinese, English
 * and Japanese); values can only confirm or rule out. Places of lists are asked by themselves: their fields are lines.
 */
export function suggestFields(places: readonly DiscoveredField[], scope: SuggestScope): FieldSuggestion[] {
  const candidates = places
    .filter(({ type }) => type !== 'list')
    .flatMap((place) => candidatesFor(place, scope))
    .sort((a, b) => b.confidence - a.confidence || a.path.length - b.path.length);
  const taken: Taken = { fields: new Set(), paths: new Set(), chosen: [] };
  // Every document needs a number and a date: what could be one is, before it is anything finer.
  if (scope === 'document') for (const field of ['number', 'doc_date']) take(field, candidates, taken);
  for (const candidate of candidates) choose(candidate, taken);
  return taken.chosen.map((one) => ({
    ...one,
    also: candidates
      .filter(({ path, field }) => path === one.path && field !== one.field)
      .map(({ field }) => field),
  }));
}

interface Taken {
  readonly fields: Set<string>;
  readonly paths: Set<string>;
  readonly chosen: Candidate[];
}

function take(field: string, candidates: readonly Candidate[], taken: Taken): void {
  const best = candidates.find((one) => one.field === field);
  if (best) choose(best, taken);
}

function choose(candidate: Candidate, { fields, paths, chosen }: Taken): void {
  if (fields.has(candidate.field) || paths.has(candidate.path)) return;
  fields.add(candidate.field);
  paths.add(candidate.path);
  chosen.push(candidate);
}

function candidatesFor(place: DiscoveredField, scope: SuggestScope): Candidate[] {
  const words = wordsOf(place.path.replace(/[（(][^）)]*[）)]/g, ' '));
  const best = new Map<string, Candidate>();
  for (const name of NAMES) {
    const score = nameScore(words, name);
    const shape = score === null ? null : shapeOf(name.field, place);
    if (score === null || shape === null) continue;
    const weight = (shape === 'fits' ? 1 : 0.9) * likelihood(name.field, scope);
    const confidence = Number((score.confidence * weight).toFixed(2));
    if (confidence < CONFIDENCE_MIN || confidence <= (best.get(name.field)?.confidence ?? 0)) continue;
    const reason = { by: score.by, met: name.text, shape };
    best.set(name.field, { path: place.path, field: name.field, confidence, reason });
  }
  return [...best.values()];
}

/** Fields that few flows need yield to their likes; a line has goods, a head has what the document is about. */
function likelihood(field: string, scope: SuggestScope): number {
  if (RARE.has(field)) return 0.9;
  const group = GROUPS.get(field);
  if (scope === 'line') return group === 'document' || group === 'voucher' ? 0.85 : 1;
  return group === 'product' ? 0.9 : 1;
}

const RARE: ReadonlySet<string> = new Set([
  'buyer_id',
  'buyer_tax_name',
  'doc_title',
  'doc_no',
  'external_no',
]);

/** How well a place is called like a field: the whole path, its last word, or words in common. */
function nameScore(
  words: readonly string[],
  name: Name,
): { confidence: number; by: FieldSuggestion['reason']['by'] } | null {
  const own = name.words.join(' ');
  const whole = words.join(' ');
  const last = words.at(-1) ?? '';
  const sure = name.by === 'name' ? 0.97 : 0.93;
  if (own === whole) return { confidence: sure, by: name.by };
  // Two words and more at the end of a path say what it is, whatever it stands in.
  if (name.words.length > 1 && whole.endsWith(` ${own}`)) return { confidence: sure - 0.07, by: name.by };
  // A word alone may stand in anything: `shipping.rate` is no tax rate.
  if (own === last && words.length > 1) return { confidence: sure - 0.3, by: name.by };
  const alike = isScript(own) && isScript(whole) ? similarity(own, last) : 0;
  return alike >= ALIKE_MIN ? { confidence: 0.75 * alike, by: 'alike' } : null;
}

/** Chinese and Japanese names have no spaces between words: parts of them are compared by their characters. */
function isScript(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

/** `total_shipping_price_set.shopMoney.amount` → the words of each part, in order. */
function wordsOf(path: string): string[] {
  return path
    .normalize('NFKC')
    .replace(/\["([^"]+)"\]|\[\d+\]/g, ' $1 ')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const NUMERIC: readonly SeenType[] = ['integer', 'number'];
const DATED: readonly SeenType[] = ['date', 'datetime'];

/** Null where the values are none that such a field could hold. */
function shapeOf(
  field: string,
  { type, seen, distinct, examples }: DiscoveredField,
): 'fits' | 'unknown' | null {
  if (type === 'empty') return 'unknown';
  // What names a document is another one for every document.
  if (field === 'number') return type === 'boolean' || (seen > 1 && distinct < seen) ? null : 'fits';
  switch (TYPES.get(field)) {
    case 'rate':
      return NUMERIC.includes(type) && isRate(examples) ? 'fits' : null;
    case 'amount':
      return NUMERIC.includes(type) && !(field === 'tax_amount' && isTaxRate(examples)) ? 'fits' : null;
    case 'qty':
    case 'int':
      return NUMERIC.includes(type) ? 'fits' : null;
    case 'text':
      // A name is no number: a column called after a bank holds what was paid through it.
      return NUMERIC.includes(type) || DATED.includes(type) || type === 'boolean' ? null : 'fits';
    case 'date':
    case 'datetime':
      return DATED.includes(type) ? 'fits' : null;
    case 'bool':
      return type === 'boolean' ? 'fits' : 'unknown';
    default:
      return DATED.includes(type) || type === 'boolean' ? null : 'fits';
  }
}

/** A share or a percentage. */
function isRate(examples: readonly string[]): boolean {
  return examples.every((text) => Math.abs(Number.parseFloat(text.replaceAll(',', ''))) <= 100);
}

const TAX_RATES = /^(0|1|3|5|6|8|9|10|11|13|16|17)%?$|^0\.(0[1356789]|1[01367]?|08)\d?$/;

/** Whole numbers that are all known rates are rates, not amounts. */
function isTaxRate(examples: readonly string[]): boolean {
  return examples.length > 0 && examples.every((text) => TAX_RATES.test(text));
}

const VOCABULARY: readonly VocabularyField[] = [
  ...listVocabulary(),
  { id: 'number', type: 'code', group: 'document', title: { zh: '单号', en: 'Number', ja: '番号' } },
];
const GROUPS: ReadonlyMap<string, string> = new Map(VOCABULARY.map(({ id, group }) => [id, group]));
const TYPES: ReadonlyMap<string, VocabularyField['type']> = new Map(
  VOCABULARY.map(({ id, type }) => [id, type]),
);

/** Every name of every field, split as paths are. */
const NAMES: readonly Name[] = [
  ...VOCABULARY.flatMap(({ id, title }) =>
    [id, ...Object.values(title).flatMap((text) => text.split('/'))].map((text) => nameOf(id, text, 'name')),
  ),
  ...FIELD_SYNONYMS.trim()
    .split('\n')
    .flatMap((row) => {
      const [field = '', ...texts] = row.split('|');
      return texts.map((text) => nameOf(field, text, 'synonym'));
    }),
];

function nameOf(field: string, text: string, by: Name['by']): Name {
  return { field, text: text.trim(), words: wordsOf(text), by };
}

import type { FieldType } from '#core/flows/flow.ts';
import type { Text } from '#core/trouble/message.ts';
import { VOCABULARY_TABLE } from './vocabulary-table.ts';

/** How the vocabulary describes a field; finer than how it is stored (`FieldType`). */
export type VocabularyType = FieldType | 'enum' | 'ref' | 'person' | 'time';

/** One standard field: what it is called, what it holds, and where it belongs. */
export interface VocabularyField {
  readonly id: string;
  readonly title: Text;
  readonly type: VocabularyType;
  readonly group: string;
}

const STORED_AS: Readonly<Record<VocabularyType, FieldType>> = {
  text: 'text',
  code: 'code',
  date: 'date',
  datetime: 'datetime',
  amount: 'amount',
  rate: 'rate',
  qty: 'qty',
  int: 'int',
  bool: 'bool',
  enum: 'code',
  ref: 'code',
  person: 'code',
  time: 'text',
};

const fields: ReadonlyMap<string, VocabularyField> = new Map(
  VOCABULARY_TABLE.trim()
    .split('\n')
    .map(parseRow)
    .map((field) => [field.id, field]),
);

/** Every standard field, in the order of the vocabulary. */
export function listVocabulary(): VocabularyField[] {
  return [...fields.values()];
}

/** The standard field of that id, or null when the flow made up its own. */
export function findVocabularyField(id: string): VocabularyField | null {
  return fields.get(id) ?? null;
}

/** How a field is stored when the mapping does not say: as the vocabulary has it, else as text. */
export function defaultTypeOf(id: string): FieldType {
  if (id === 'number') return 'code';
  const field = fields.get(id);
  return field === undefined ? 'text' : STORED_AS[field.type];
}

function parseRow(row: string): VocabularyField {
  const [id = '', type = '', group = '', zh = '', en = '', ja = ''] = row.split('|');
  return { id, type: isVocabularyType(type) ? type : 'text', group, title: { zh, en, ja } };
}

function isVocabularyType(type: string): type is VocabularyType {
  return Object.hasOwn(STORED_AS, type);
}

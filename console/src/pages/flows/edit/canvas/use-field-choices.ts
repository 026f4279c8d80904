import type { FieldPlace } from '#console/pages/flows/draft/fields.ts';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { listVocabulary, type VocabularyField } from '#core/documents/vocabulary.ts';
import { useCanvas } from './use-canvas.ts';
import { groupWords, words } from './words.ts';

interface FieldChoice {
  readonly value: string;
  readonly label: string;
  /** Found by its name in any language. */
  readonly search: string;
}

interface ChoiceGroup {
  readonly label: string;
  readonly options: FieldChoice[];
}

/** The groups of the vocabulary, by how often a mapping wants them. */
const GROUPS = [
  'document',
  'order',
  'money',
  'tax',
  'dimension',
  'product',
  'settlement',
  'invoice',
  'bank',
  'pos',
  'oa',
  'voucher',
] as const;

/** The fields a line may go to: those the document needs, then all others by group. */
export function useFieldChoices(part: FieldPlace['part']): ChoiceGroup[] {
  const say = useSay(words);
  const sayGroup = useSay(groupWords);
  const reader = language.use();
  const canvas = useCanvas();
  const rows = part === 'fields' ? canvas.header : canvas.lines;
  const here = new Set(rows.map(({ place }) => place.field));
  const choice = ({ id, title }: Pick<VocabularyField, 'id' | 'title'>): FieldChoice => ({
    value: id,
    label: `${title[reader]} ${id}`,
    search: `${id} ${title.zh} ${title.en} ${title.ja}`.toLowerCase(),
  });
  const byGroup = Map.groupBy(
    listVocabulary().filter(({ id }) => !here.has(id)),
    ({ group }): string => group,
  );
  const needed = [...here].map((id) => {
    const title = fieldTitle(id, reader);
    return choice({ id, title: { zh: title, en: title, ja: title } });
  });
  const others = GROUPS.flatMap((group) => {
    const fields = byGroup.get(group);
    return fields ? [{ label: sayGroup(group), options: fields.map(choice) }] : [];
  });
  return [...(needed.length > 0 ? [{ label: say('target'), options: needed }] : []), ...others];
}

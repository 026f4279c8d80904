import { listVocabulary } from '#core/documents/vocabulary.ts';
import { GENERATED, table } from './markdown.ts';

/** The standard fields, by group. */
export function fieldsReference(): string {
  const groups = Map.groupBy(listVocabulary(), ({ group }) => group);
  const sections = [...groups].map(([group, fields]) => {
    const rows = fields.map(({ id, type, title }) => [`\`${id}\``, type, title.zh, title.en, title.ja]);
    return `## ${group}\n\n${table(['Field', 'Type', '中文', 'English', '日本語'], rows)}`;
  });
  return [
    GENERATED,
    '# Standard fields · 标准字段 · 標準項目',
    'Names that bring their type with them. A flow may make up others; those are text unless it says otherwise.',
    ...sections,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

import { catalogue, codesByArea } from '#core/trouble/catalogue.ts';
import { LANGUAGES, type Language, type Message } from '#core/trouble/message.ts';
import { GENERATED } from './markdown.ts';

const NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English', ja: '日本語' };

/** Every code of the product with its texts in three languages, by area. */
export function errorsReference(): string {
  const areas = [...codesByArea].map(
    ([area, codes]) => `## ${area}\n\n${codes.toSorted().map(section).join('\n\n')}`,
  );
  return [
    GENERATED,
    '# Errors · 错误说明 · エラー一覧',
    'Every refusal, finding and fault has one of these codes. `{…}` is filled in: `{at}` is the place (a field, a line, a row), `{kind:name}` what a thing is called in the language of the reader.',
    ...areas,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function section(code: string): string {
  const message = catalogue.get(code);
  return message
    ? `### \`${code}\`\n\n${LANGUAGES.map((language) => line(message, language)).join('\n')}`
    : '';
}

function line({ title, advice }: Message, language: Language): string {
  return `- ${NAMES[language]}: **${escapeSigns(title[language])}** ${escapeSigns(advice[language])}`;
}

function escapeSigns(text: string): string {
  return text.replace(/[*<_`]/g, (sign) => `\\${sign}`);
}

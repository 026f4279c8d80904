import { renderTable } from '#cli/table.ts';
import { tellRefusal } from '#cli/trouble-text.ts';
import { oneLine } from '#cli/width.ts';
import { stateWord, word } from '#cli/words.ts';
import type { Language } from '#core/trouble/message.ts';
import type { TracedDocument, TracedField } from '#pipeline/trace/trace.ts';
import { originText } from './origin-text.ts';
import { renderVoucherTrace } from './render-voucher.ts';

/** A document with the origin of each value, then its voucher and what took it back. */
export function renderDocument(document: TracedDocument, language: Language): string {
  const { flow } = document;
  const title = [
    `━━ ${word('document', language)} ${document.kind} ${document.number}`,
    document.date,
    document.currency,
    stateWord(document.state, language),
  ].join('  ');
  const parts = [
    `${oneLine(title)}`,
    `${word('flow', language)} ${flow.code} v${flow.version} ${flow.title[language]} (${flow.createdBy}${flow.publishedAt ? `, ${flow.publishedAt}` : ''})  ${word('book', language)} ${document.book}`,
    fieldTable(document, language),
    ...document.flags.map((flag) => `⚑ ${oneLine(tellRefusal(flag, language).title)}`),
  ];
  const vouchers = [
    ...(document.voucher ? [renderVoucherTrace(document.voucher, document, language)] : []),
    ...(document.reversal ? [renderVoucherTrace(document.reversal, document, language)] : []),
  ];
  return [parts.join('\n'), ...vouchers].join('\n\n');
}

interface Row extends TracedField {
  readonly place: string;
}

function fieldTable({ fields, lines }: TracedDocument, language: Language): string {
  const rows: Row[] = [
    ...fields.map((field) => ({ ...field, place: '' })),
    ...lines.flatMap((line, i) => line.map((field) => ({ ...field, place: `lines[${i}].` }))),
  ];
  return renderTable<Row>(
    language,
    [
      { title: 'field', value: (row) => row.place + row.field },
      { title: 'name', value: (row) => row.title?.[language] ?? '' },
      { title: 'value', value: (row) => row.value, widthMax: 36 },
      {
        title: 'origin',
        value: (row) => row.origins.map((origin) => originText(origin, language)).join('; '),
        widthMax: 72,
      },
    ],
    rows,
  );
}

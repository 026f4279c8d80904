import { renderTable } from '#cli/table.ts';
import { oneLine } from '#cli/width.ts';
import { word } from '#cli/words.ts';
import type { TemplateLine } from '#core/flows/flow.ts';
import type { Language } from '#core/trouble/message.ts';
import type { TracedDocument, TracedLine, TracedVoucher } from '#pipeline/trace/trace.ts';
import { originText } from './origin-text.ts';
import { renderDeliveries } from './render-deliveries.ts';

/** A voucher: its place in the chain, every line, the rule behind each line and dimension, and what was delivered. */
export function renderVoucherTrace(
  voucher: TracedVoucher,
  { book }: TracedDocument,
  language: Language,
): string {
  const name = voucher.kind === 'reversal' ? 'reversal' : 'voucher';
  const shared = voucher.documents > 1 ? `  ${word('documents', language)} ${voucher.documents}` : '';
  const parts = [
    `━━ ${word(name, language)} ${book}/${voucher.period}/${voucher.label}  ${voucher.date}${shared}`,
    `${voucher.postedAt} ${voucher.postedBy}  sha256 ${voucher.sha256}`,
    `${word('posting', language)} ${voucher.posting.id}  sha256 ${voucher.posting.sha256}`,
    lineTable(voucher, language),
    ...voucher.lines.flatMap((line) => ruleLines(line, language)),
  ];
  const deliveries =
    voucher.deliveries.length > 0
      ? [`━━ ${word('delivery', language)}\n${renderDeliveries(voucher.deliveries, language)}`]
      : [];
  return [parts.join('\n'), ...deliveries].join('\n\n');
}

function lineTable({ lines }: TracedVoucher, language: Language): string {
  const hasForeign = lines.some((line) => line.rate !== '1');
  return renderTable<TracedLine>(
    language,
    [
      { title: 'id', value: (line) => line.no, right: true },
      { title: 'summary', value: (line) => line.summary, widthMax: 32 },
      { title: 'account', value: (line) => `${line.account} ${line.accountName?.[language] ?? ''}` },
      {
        title: 'dimensions',
        value: (line) => line.dimensions.map(({ dimension, code }) => `${dimension}=${code}`).join(' '),
      },
      { title: 'debit', value: (line) => line.debit, right: true },
      { title: 'credit', value: (line) => line.credit, right: true },
      ...(hasForeign
        ? [
            {
              title: 'currency' as const,
              value: (line: TracedLine) => `${line.amount} ${line.currency} × ${line.rate}`,
              right: true,
            },
          ]
        : []),
    ],
    lines,
  );
}

function ruleLines({ no, template, dimensions }: TracedLine, language: Language): string[] {
  const head = template
    ? [`${no}. ${word('template', language)} ${template.no}: ${templateText(template.line, language)}`]
    : [];
  const filled = dimensions.flatMap(({ dimension, code, name, field, origins }) => {
    if (!template) return [];
    const value = name === null || name === code ? code : `${code} ${name}`;
    const source = field === null ? '' : ` ← ${field}`;
    const origin = origins.map((one) => originText(one, language)).join('; ');
    return [`   ${dimension} = ${value}${source}${origin && ` ← ${origin}`}`];
  });
  return [...head, ...filled].map(oneLine);
}

const SIDES = {
  debit: { zh: '借', en: 'debit', ja: '借方' },
  credit: { zh: '贷', en: 'credit', ja: '貸方' },
} as const;

/** The template line as the flow has it, in one line: `贷 6001 = amount_incl_tax (lines; net ÷ tax_rate)`. */
function templateText(line: TemplateLine, language: Language): string {
  const details = [
    line.each === 'lines' ? 'each: lines' : null,
    line.allocateBy === undefined ? null : `allocateBy: ${line.allocateBy}`,
    line.tax === undefined ? null : `tax: ${line.tax.part} @ ${line.tax.rate}`,
    ...Object.entries(line.dimensions ?? {}).map(([dimension, from]) => `${dimension}: ${from}`),
  ].filter((detail) => detail !== null);
  const more = details.length > 0 ? `  {${details.join(', ')}}` : '';
  return `${SIDES[line.side][language]} ${line.account} = ${line.amount}${more}`;
}

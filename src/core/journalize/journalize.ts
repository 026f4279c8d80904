import { isCalendarDate, monthOf, yearOf } from '#core/calendar/date.ts';
import type { Document } from '#core/documents/document.ts';
import type { Book } from '#core/ledger/book.ts';
import { periodOf } from '#core/ledger/periods.ts';
import type { VoucherDraft } from '#core/ledger/voucher.ts';
import { LINES_PER_VOUCHER_MAX } from '#core/limits.ts';
import { parseDecimal } from '#core/money/decimal.ts';
import { findRate } from '#core/money/rates.ts';
import type { Finding } from '#core/validation/finding.ts';
import { type Exchange, toVoucherLines } from './base-currency.ts';
import { blocked } from './blocked.ts';
import { chooseTemplate } from './choose-template.ts';
import { MergedLines } from './merge.ts';
import { fillTemplate, type RawLine } from './raw-line.ts';
import type { CompiledTemplate } from './template.ts';

/** Who the vouchers are made for. */
export interface JournalizeContext {
  readonly preparedBy: string;
  /** Default null: nobody has looked at it yet. */
  readonly reviewedBy?: string | null;
}

/** A voucher draft and the documents it is made of, or why there is none. */
export interface Journalized {
  /** Null exactly when there are findings. */
  readonly draft: VoucherDraft | null;
  /** Places in the list that was given, ascending. */
  readonly documents: readonly number[];
  readonly findings: readonly Finding[];
}

type JournalBook = Pick<Book, 'baseCurrency' | 'settings' | 'rates' | 'periods'>;
const DEFAULT_RATE_TYPE = 'spot';

/**
 * Vouchers from documents: one each, or summarised as the template says. Every document is in exactly one result.
 *
 * Documents of one summarised voucher agree on the template's fields and also on currency, rate and voucher date,
 * since one voucher has one date, and amounts at different rates must not be added.
 */
export function journalize(
  documents: readonly Document[],
  templates: readonly CompiledTemplate[],
  book: JournalBook,
  context: JournalizeContext,
): Journalized[] {
  const results: Journalized[] = [];
  const groups = new Map<string, Entry[]>();
  for (const [index, document] of documents.entries()) {
    const entry = prepare(document, index, templates, book);
    if ('draft' in entry) results.push(entry);
    else if (entry.template.source.summarise === undefined) results.push(close([entry], book, context));
    else addToGroup(groups, entry);
  }
  for (const group of groups.values()) {
    for (const chunk of splitGroup(group)) results.push(close(chunk, book, context));
  }
  return results;
}

/** A document with its lines and everything that decides in which voucher they belong. */
interface Entry {
  readonly index: number;
  readonly document: Document;
  readonly template: CompiledTemplate;
  readonly date: string;
  readonly exchange: Exchange;
  readonly raw: readonly RawLine[];
}

function prepare(
  document: Document,
  index: number,
  templates: readonly CompiledTemplate[],
  book: JournalBook,
): Entry | Journalized {
  const findings: Finding[] = [];
  const template = chooseTemplate(document, templates, findings);
  const fail = (): Journalized => ({ draft: null, documents: [index], findings });
  if (template === null) return fail();
  const date = document.fields[template.dateField] ?? null;
  if (typeof date !== 'string' || !isCalendarDate(date)) {
    findings.push(
      blocked('template_field_missing', `template[${template.index}].date`, { field: template.dateField }),
    );
    return fail();
  }
  const exchange = exchangeOf(document, { template, date, book }, findings);
  const raw = fillTemplate(template, document, findings);
  if (findings.length > 0 || exchange === null) return fail();
  return { index, document, template, date, exchange, raw };
}

function exchangeOf(
  document: Document,
  { template, date, book }: { template: CompiledTemplate; date: string; book: JournalBook },
  findings: Finding[],
): Exchange | null {
  const { currency } = document;
  if (currency === book.baseCurrency) return { currency, rate: '1' };
  const own = document.fields.fx_rate ?? null;
  const type = template.source.rateType ?? DEFAULT_RATE_TYPE;
  const rate = typeof own === 'string' ? own : findRate(book.rates, currency, type, date)?.rate;
  const decimal = rate === undefined ? null : parseDecimal(rate);
  if (rate !== undefined && decimal !== null && decimal.coefficient > 0n) return { currency, rate };
  findings.push(blocked('rate_missing', 'fx_rate', { currency, type, date, rate: rate ?? '' }));
  return null;
}

function addToGroup(groups: Map<string, Entry[]>, entry: Entry): void {
  const { template, document, exchange, date } = entry;
  const fields = (template.source.summarise ?? []).map((field) => String(document.fields[field] ?? ''));
  const key = JSON.stringify([template.index, exchange.currency, exchange.rate, date, ...fields]);
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [entry]);
  else group.push(entry);
}

/** Groups that would make too long a voucher are cut between documents, so that every part balances by itself. */
function* splitGroup(group: readonly Entry[]): Generator<readonly Entry[]> {
  let chunk: Entry[] = [];
  let merged = new MergedLines();
  for (const entry of group) {
    if (chunk.length > 0 && merged.countWith(entry.raw) > LINES_PER_VOUCHER_MAX) {
      yield chunk;
      chunk = [];
      merged = new MergedLines();
    }
    merged.add(entry.raw, true);
    chunk.push(entry);
  }
  yield chunk;
}

function close(entries: readonly Entry[], book: JournalBook, context: JournalizeContext): Journalized {
  const [first] = entries;
  const indexes = entries.map(({ index }) => index);
  if (first === undefined) return { draft: null, documents: indexes, findings: [] };
  const { template, date, exchange } = first;
  const merged = new MergedLines();
  for (const { raw } of entries) merged.add(raw, template.source.summarise !== undefined);
  const lines = merged.finish();
  const refusal = countFinding(lines.length, template, first.document);
  if (refusal !== null) return { draft: null, documents: indexes, findings: [refusal] };
  const draft: VoucherDraft = {
    word: template.source.word,
    date,
    // Outside every period of the book the voucher is still drawn up, for validation (V06) to name the trouble.
    period: periodOf(book, date)?.id ?? yearOf(date) * 100 + monthOf(date),
    // A source record counts as one attachment.
    attachmentCount: template.source.attachments ?? entries.length,
    preparedBy: context.preparedBy,
    reviewedBy: context.reviewedBy ?? null,
    kind: 'ordinary',
    reverses: null,
    lines: toVoucherLines(lines, exchange, book),
    sourceKinds: [template.source.document],
  };
  return { draft, documents: indexes, findings: [] };
}

function countFinding(count: number, template: CompiledTemplate, document: Document): Finding | null {
  const at = `template[${template.index}]`;
  if (count > LINES_PER_VOUCHER_MAX) {
    const params = { number: document.number, lines: String(count), max: String(LINES_PER_VOUCHER_MAX) };
    return blocked('voucher_too_many_lines', at, params);
  }
  if (count === 0) return blocked('template_no_lines', at, { number: document.number });
  return null;
}

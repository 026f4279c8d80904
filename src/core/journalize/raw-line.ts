import type { Document, Fields, FieldValue } from '#core/documents/document.ts';
import { SUMMARY_LENGTH_MAX } from '#core/limits.ts';
import { allocate } from '#core/money/allocate.ts';
import { formatAmount } from '#core/money/amount.ts';
import { parseDecimal, powerOfTen } from '#core/money/decimal.ts';
import { isTaxRate, splitTaxIncluded } from '#core/money/tax.ts';
import type { Params } from '#core/trouble/trouble.ts';
import type { Finding } from '#core/validation/finding.ts';
import { blocked } from './blocked.ts';
import { fieldOf, type Source } from './pattern.ts';
import type { CompiledLine, CompiledTemplate } from './template.ts';

/** A voucher line in the document's currency, before merging and before the base currency. */
export interface RawLine {
  readonly template: CompiledLine;
  readonly account: string;
  readonly summary: string;
  readonly dimensions: Readonly<Record<string, string>>;
  amountMinor: bigint;
  quantity: string | null;
  readonly unitPrice: string | null;
}

/** The lines that a template makes of one document. What is missing goes to `findings`. */
export function fillTemplate(
  { lines, index }: CompiledTemplate,
  document: Document,
  findings: Finding[],
): RawLine[] {
  const show = (value: FieldValue) => showValue(value, document.currency);
  const header: Source = { header: document.fields, line: null, show };
  const raw: RawLine[] = [];
  for (const line of lines) {
    const at = `template[${index}].lines[${line.index}]`;
    const job: Job = { line, document, header, at, findings };
    if (!line.repeats) addLine(raw, job, header, headerAmount(job));
    else fillRepeated(raw, job);
  }
  return raw;
}

interface Job {
  readonly line: CompiledLine;
  readonly document: Document;
  readonly header: Source;
  readonly at: string;
  readonly findings: Finding[];
}

function fillRepeated(raw: RawLine[], job: Job): void {
  const { document, header, line } = job;
  const { allocateBy } = line.source;
  const shares = allocateBy === undefined ? null : allocateOver(job, allocateBy);
  if (allocateBy !== undefined && shares === null) return;
  for (const [index, fields] of document.lines.entries()) {
    const amount = shares === null ? amountOf(job, fields, `lines[${index}].`) : (shares[index] ?? null);
    addLine(raw, job, { ...header, line: fields }, amount);
  }
}

function headerAmount(job: Job): bigint | null {
  return amountOf(job, job.document.fields, '');
}

function amountOf(job: Job, fields: Fields, prefix: string): bigint | null {
  const value = fields[job.line.amountField] ?? null;
  if (typeof value === 'bigint') return value;
  report(job, 'template_amount_missing', { field: prefix + job.line.amountField });
  return null;
}

/** The header amount split over the document lines to the cent, or null with a finding when it cannot be. */
function allocateOver(job: Job, weightField: string): bigint[] | null {
  const amount = headerAmount(job);
  if (amount === null) return null;
  const weights = job.document.lines.map((fields) =>
    weightOf(fields[weightField] ?? null, job.document.currency),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total !== 0n) return allocate(amount, weights);
  if (amount !== 0n)
    report(job, 'template_allocation_impossible', { field: weightField, amount: job.header.show(amount) });
  return null;
}

const WEIGHT_SCALE = 10;

/** Weights of any type on one scale. An empty weight counts as nothing. */
function weightOf(value: FieldValue, currency: string): bigint {
  const decimal = parseDecimal(
    typeof value === 'bigint' ? formatAmount(value, currency) : String(value ?? '0'),
  );
  if (decimal === null) return 0n;
  const shift = WEIGHT_SCALE - decimal.scale;
  return shift >= 0 ? decimal.coefficient * powerOfTen(shift) : decimal.coefficient / powerOfTen(-shift);
}

function addLine(raw: RawLine[], job: Job, source: Source, amount: bigint | null): void {
  if (amount === null) return;
  const { line, findings } = job;
  const part = taxPart(job, source, line.negative ? -amount : amount);
  if (part === null || (part === 0n && line.skipsZero)) return;
  const account = line.account.fill(source);
  if (account === null) {
    const missing = line.account.fields.find((field) => fieldOf(field, source) === null) ?? '';
    findings.push(blocked('template_field_missing', `${job.at}.account`, { field: missing }));
    return;
  }
  raw.push({
    template: line,
    account,
    summary: cut(line.summary.fillLoosely(source).trim()),
    dimensions: dimensionsOf(line, source),
    amountMinor: part,
    quantity: decimalOf(line.source.quantity, source),
    unitPrice: decimalOf(line.source.unitPrice, source),
  });
}

function taxPart(job: Job, source: Source, amount: bigint): bigint | null {
  const { tax } = job.line.source;
  if (tax === undefined) return amount;
  const rate = fieldOf(tax.rate, source);
  if (rate === null) {
    report(job, 'template_field_missing', { field: tax.rate });
    return null;
  }
  if (typeof rate !== 'string' || !isTaxRate(rate)) {
    report(job, 'tax_rate_invalid', { field: tax.rate, text: source.show(rate) });
    return null;
  }
  const { netMinor, taxMinor } = splitTaxIncluded(amount, rate);
  return tax.part === 'net' ? netMinor : taxMinor;
}

/** An empty field makes no dimension here; whether the account must have one is checked with the voucher (V05). */
function dimensionsOf({ dimensions }: CompiledLine, source: Source): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const { dimension, field, constant } of dimensions) {
    const code = constant ?? fieldOf(field, source);
    if (code !== null) codes[dimension] = source.show(code);
  }
  return codes;
}

function decimalOf(field: string | undefined, source: Source): string | null {
  if (field === undefined) return null;
  const value = fieldOf(field, source);
  return value === null ? null : source.show(value);
}

function showValue(value: FieldValue, currency: string): string {
  if (typeof value === 'string') return value;
  return typeof value === 'bigint' ? formatAmount(value, currency) : String(value ?? '');
}

function cut(summary: string): string {
  if (summary.length <= SUMMARY_LENGTH_MAX) return summary;
  return `${summary.slice(0, SUMMARY_LENGTH_MAX - 1).toWellFormed()}…`;
}

function report({ at, findings }: Job, code: string, params: Params): void {
  // One missing field of a template with many lines is one thing to repair.
  if (!findings.some((finding) => finding.code === code && finding.params.field === params.field)) {
    findings.push(blocked(code, at, params));
  }
}

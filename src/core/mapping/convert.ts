import { formatInstant, parseIsoDateTime } from '#core/calendar/instant.ts';
import { parseDate } from '#core/calendar/parse-date.ts';
import type { FieldValue } from '#core/documents/document.ts';
import type { FieldType } from '#core/flows/flow.ts';
import { CODE_LENGTH_MAX, TEXT_LENGTH_MAX } from '#core/limits.ts';
import { formatAmount, parseAmount, roundToMinor } from '#core/money/amount.ts';
import type { Currency } from '#core/money/currency.ts';
import { formatDecimal, parseDecimal } from '#core/money/decimal.ts';
import { plainNumberText } from '#core/money/number-text.ts';
import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';
import { checkText, excerptOf, textOfRaw } from './text.ts';

/** Turns what a record holds into a field of a document. Amounts need to know the currency. */
export type Convert = (raw: unknown, currency: Currency) => Outcome<FieldValue>;

/** How a field is written in the source. */
export interface ConvertOptions {
  readonly type: FieldType;
  readonly format?: string | undefined;
  readonly zone?: string | undefined;
  readonly unit?: 'major' | 'minor' | undefined;
  readonly negate?: boolean | undefined;
  /** A formula's result is rounded to the currency's decimals; what a source sends must fit them. */
  readonly computed: boolean;
}

/** The converter of one field; every value it cannot take becomes a refusal without a place. */
export function compileConvert(options: ConvertOptions): Convert {
  switch (options.type) {
    case 'text':
      return convertText;
    case 'code':
      return convertCode;
    case 'date':
      return (raw) => convertDate(raw, options);
    case 'datetime':
      return (raw) => convertInstant(raw, options);
    case 'amount':
      return compileAmount(options);
    case 'rate':
    case 'qty':
      return (raw) => convertDecimal(raw, options);
    case 'int':
      return convertInteger;
    case 'bool':
      return convertBoolean;
  }
}

function convertText(raw: unknown): Outcome<FieldValue> {
  const text = textOfRaw(raw);
  return text.ok ? checkText(text.value, { lengthMax: TEXT_LENGTH_MAX, layout: true }) : text;
}

function convertCode(raw: unknown): Outcome<FieldValue> {
  const text = textOfRaw(raw);
  return text.ok ? checkText(text.value.trim(), { lengthMax: CODE_LENGTH_MAX, layout: false }) : text;
}

function convertDate(raw: unknown, { format, zone }: ConvertOptions): Outcome<FieldValue> {
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    return refuse({ code: 'field_not_text', params: { text: excerptOf(raw) } });
  }
  return parseDate(typeof raw === 'string' ? raw.trim() : raw, { format, zone });
}

/** An instant in UTC when the source says which, else the wall clock as written, else a mere date. */
function convertInstant(raw: unknown, options: ConvertOptions): Outcome<FieldValue> {
  const unitMs = options.format === 'unix' ? 1_000 : options.format === 'unix-ms' ? 1 : 0;
  const digits = typeof raw === 'number' ? String(raw) : raw;
  if (unitMs > 0 && typeof digits === 'string' && /^\d{1,13}$/.test(digits)) {
    return accept(formatInstant(Number(digits) * unitMs));
  }
  const parsed = typeof raw === 'string' ? parseIsoDateTime(raw.trim()) : null;
  if (parsed === null) return convertDate(raw, options);
  return accept(
    parsed.offsetMinutes === null
      ? formatInstant(parsed.wallMs).slice(0, 19)
      : formatInstant(parsed.wallMs - parsed.offsetMinutes * 60_000),
  );
}

function compileAmount(options: ConvertOptions): Convert {
  const negative = options.negate === true;
  return (raw, currency) => {
    const text = amountText(raw, options.format);
    if (!text.ok) return text;
    const minor = parseAmountText(text.value, currency, options);
    return negative && minor.ok ? accept(-minor.value) : minor;
  };
}

function parseAmountText(text: string, currency: Currency, options: ConvertOptions): Outcome<bigint> {
  if (options.unit !== 'minor') {
    return options.computed ? roundToMinor(text, currency) : parseAmount(text, currency);
  }
  if (!/^-?\d{1,17}$/.test(text))
    return refuse({ code: 'integer_expected', params: { text: excerptOf(text) } });
  return parseAmount(formatAmount(BigInt(text), currency), currency);
}

const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

function amountText(raw: unknown, format: string | undefined): Outcome<string> {
  if (typeof raw === 'number') {
    const text = plainNumberText(raw);
    return text === null ? refuse({ code: 'number_imprecise', params: { text: String(raw) } }) : accept(text);
  }
  if (typeof raw !== 'string') {
    return refuse({ code: 'amount_not_a_number', params: { text: excerptOf(raw) } });
  }
  const text = raw.trim();
  return accept(format === 'thousands' && GROUPED.test(text) ? text.replaceAll(',', '') : text);
}

function convertDecimal(raw: unknown, { format, negate }: ConvertOptions): Outcome<FieldValue> {
  const text = amountText(raw, format);
  if (!text.ok) return text;
  const percent = format === 'percent';
  const decimal = parseDecimal(percent ? text.value.replace(/\s*%$/, '') : text.value);
  if (decimal === null) return refuse({ code: 'number_expected', params: { text: excerptOf(raw) } });
  if (!percent && negate !== true) return accept(text.value);
  const coefficient = negate === true ? -decimal.coefficient : decimal.coefficient;
  return accept(formatDecimal({ coefficient, scale: decimal.scale + (percent ? 2 : 0) }));
}

function convertInteger(raw: unknown): Outcome<FieldValue> {
  const text = textOfRaw(raw);
  if (!text.ok) return text;
  const trimmed = text.value.trim();
  return /^-?\d{1,18}$/.test(trimmed)
    ? accept(BigInt(trimmed).toString())
    : refuse({ code: 'integer_expected', params: { text: excerptOf(trimmed) } });
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ...['true', '1', 'yes', 'y', '是', 'はい'].map((word): [string, boolean] => [word, true]),
  ...['false', '0', 'no', 'n', '否', 'いいえ'].map((word): [string, boolean] => [word, false]),
]);

function convertBoolean(raw: unknown): Outcome<FieldValue> {
  const text = textOfRaw(raw);
  const value = text.ok ? YES_NO.get(text.value.trim().toLowerCase()) : undefined;
  return value === undefined
    ? refuse({ code: 'bool_expected', params: { text: excerptOf(raw) } })
    : accept(value);
}

import type { VoucherMessage } from '#connectors/kit/connector.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';
import { parseDecimal } from '#core/money/decimal.ts';
import { accept, type Outcome, type Refusal, refuse } from '#core/trouble/trouble.ts';
import type { TenantFacts } from './facts.ts';
import type { KingdeeSettings } from './settings.ts';

/** The constant that vouchers entered by hand carry in `FSourceBillKey`. */
const MANUAL_SOURCE = '78050206-2fa6-40e3-b7c8-bd608146fa38';
const EXPLANATION_MAX = 255;
/** A JSON number of up to fifteen digits arrives as it was written; a longer one may not. */
const EXACT_DIGITS = 15;

/** The message as a `Model` of GL_VOUCHER, always the same for the same message; or why it cannot be one. */
export function encodeVoucher(
  message: VoucherMessage,
  facts: TenantFacts,
  settings: KingdeeSettings,
): Outcome<object> {
  const { voucher, book, businessKey } = message;
  const word = facts.wordOf.get(voucher.word);
  if (word === undefined)
    return refuse({ code: 'kingdee_word_unknown', at: 'word', params: { word: voucher.word } });
  const entries: object[] = [];
  for (const [at, line] of voucher.lines.entries()) {
    const entry = encodeLine({ line, at, message, facts, settings });
    if (!entry.ok) return entry;
    entries.push(entry.value);
  }
  return accept({
    FVOUCHERID: 0,
    FAccountBookID: { FNumber: settings.books[book.code] ?? settings.bookNumber },
    FDate: voucher.date,
    FBUSDATE: voucher.date,
    FYEAR: Math.floor(voucher.period / 100),
    FPERIOD: voucher.period % 100,
    FVOUCHERGROUPID: { FNumber: word },
    FVOUCHERGROUPNO: '',
    FATTACHMENTS: voucher.attachmentCount,
    FISADJUSTVOUCHER: false,
    FSourceBillKey: { FNumber: MANUAL_SOURCE },
    ...(facts.keyField === null ? {} : { [facts.keyField]: businessKey }),
    FEntity: entries,
  });
}

interface LineToEncode {
  readonly line: VoucherLine;
  readonly at: number;
  readonly message: VoucherMessage;
  readonly facts: TenantFacts;
  readonly settings: KingdeeSettings;
}

function encodeLine(input: LineToEncode): Outcome<object> {
  const { line, at, message, facts, settings } = input;
  const { baseCurrency } = message.book;
  const currency = facts.currencyOf.get(line.currency);
  const where = `lines[${at}]`;
  if (currency === undefined) {
    return refuse({
      code: 'kingdee_currency_unknown',
      at: `${where}.currency`,
      params: { currency: line.currency },
    });
  }
  const account = settings.accounts[line.account] ?? line.account;
  const detail = encodeDimensions(input, account);
  if (!detail.ok) return detail;
  const numbers = encodeNumbers(line, baseCurrency);
  if (numbers === null) {
    return refuse({ code: 'kingdee_amount_too_long', at: where, params: { digits: String(EXACT_DIGITS) } });
  }
  return accept({
    FEXPLANATION: explanationOf(input),
    FACCOUNTID: { FNumber: account },
    ...(Object.keys(detail.value).length > 0 ? { FDetailID: detail.value } : {}),
    FCURRENCYID: { FNumber: currency },
    FEXCHANGERATETYPE: { FNumber: settings.rateType },
    ...numbers,
  });
}

/** The numbers of a line, without the side that is zero; null when one of them would not arrive exactly. */
function encodeNumbers(line: VoucherLine, baseCurrency: string): Record<string, number> | null {
  const written = {
    FEXCHANGERATE: line.rate,
    FAMOUNTFOR: formatAmount(line.amountMinor, line.currency),
    FDEBIT: line.debitMinor === 0n ? null : formatAmount(line.debitMinor, baseCurrency),
    FCREDIT: line.creditMinor === 0n ? null : formatAmount(line.creditMinor, baseCurrency),
    FQty: line.quantity,
    FPrice: line.unitPrice,
  };
  const numbers: Record<string, number> = {};
  for (const [field, text] of Object.entries(written)) {
    if (text === null) continue;
    const number = jsonNumber(text);
    if (number === null) return null;
    numbers[field] = number;
  }
  return numbers;
}

/** The decimal as a JSON number that surely means the same, or null where it would not. No arithmetic is done with it. */
function jsonNumber(text: string): number | null {
  const decimal = parseDecimal(text);
  if (decimal === null) return null;
  const digits = decimal.coefficient.toString().replace('-', '').length;
  return digits <= EXACT_DIGITS ? Number(text) : null;
}

/** Their accounts drop a dimension they do not take without a word, so we ask before we send. */
function encodeDimensions(
  { line, at, facts, settings }: LineToEncode,
  account: string,
): Outcome<Record<string, object>> {
  const detail: Record<string, object> = {};
  const taken = facts.dimensionsOf.get(account);
  for (const [dimension, code] of Object.entries(line.dimensions)) {
    const refusal = refuseDimension({ dimension, account, taken, slot: facts.slotOf.get(dimension) });
    if (refusal === null) detail[`FDETAILID__${facts.slotOf.get(dimension)}`] = { FNumber: code };
    else if (settings.dimensionsElsewhere === 'refuse') {
      return refuse({ ...refusal, at: `lines[${at}].dimensions.${dimension}` });
    }
  }
  return accept(detail);
}

function refuseDimension({
  dimension,
  account,
  taken,
  slot,
}: {
  dimension: string;
  account: string;
  taken: readonly string[] | undefined;
  slot: string | undefined;
}): Refusal | null {
  const params = { dimension, account };
  if (slot === undefined) return { code: 'kingdee_dimension_unknown', params };
  return taken && !taken.includes(dimension) ? { code: 'kingdee_dimension_not_taken', params } : null;
}

/** Where there is no field for the key, it stands at the end of the first abstract, which is shortened to make room. */
function explanationOf({ line, at, message, facts }: LineToEncode): string {
  const summary = line.summary.trim() === '' ? message.businessKey : line.summary;
  if (facts.keyField !== null || at > 0) return beginningOf(summary, EXPLANATION_MAX);
  const suffix = keySuffix(message.businessKey);
  return `${beginningOf(summary, EXPLANATION_MAX - suffix.length)}${suffix}`;
}

export function keySuffix(businessKey: string): string {
  return `[TZ:${businessKey}]`;
}

/** The business key at the end of an abstract, or null. */
export function keyInExplanation(explanation: string): string | null {
  const from = explanation.lastIndexOf('[TZ:');
  return from >= 0 && explanation.endsWith(']') ? explanation.slice(from + 4, -1) : null;
}

/** The beginning of a text; a character outside the basic plane is not cut in half. */
function beginningOf(text: string, lengthMax: number): string {
  return text.slice(0, lengthMax).replace(/[\ud800-\udbff]$/, '');
}

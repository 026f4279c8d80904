import { formatAmount, parseAmount } from '#core/money/amount.ts';
import type { Currency } from '#core/money/currency.ts';
import { assert } from '#core/trouble/trouble.ts';
import type { VoucherLine } from './voucher.ts';

/**
 * Lines as an accountant jots them down, for traces, logs and tables of tests:
 *
 *     D 1122 113.00 customer=C001 | C 6001 100.00 | C 2221.01.02 13.00
 *     D 1002 71.23 USD 10.00 @7.1234 | C 6051 71.23 qty=2 price=35.615 'scrap sold'
 *
 * Side, account, base amount; then, as needed, the foreign amount with its rate, quantity and price, dimensions, summary.
 */
export function parseLines(text: string, baseCurrency: Currency): VoucherLine[] {
  return text
    .split('|')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => parseLine(line, baseCurrency));
}

/** The notation of the lines; `parseLines` reads it back. */
export function showLines(lines: readonly VoucherLine[], baseCurrency: Currency): string {
  return lines.map((line) => showLine(line, baseCurrency)).join(' | ');
}

const LINE = /^([DC]) (\S+)\s+(-?[\d.]+)(?: ([A-Z]{3}) (-?[\d.]+) @(\S+))?((?: [\w-]+=\S+)*)(?: '([^']*)')?$/;

function parseLine(text: string, baseCurrency: Currency): VoucherLine {
  const match = LINE.exec(text);
  assert(match !== null, `"${text}" is a voucher line in our notation`);
  const [
    ,
    side,
    account = '',
    base = '',
    currency = baseCurrency,
    foreign = base,
    rate = '1',
    pairs = '',
    summary,
  ] = match;
  const named = new Map(
    pairs.split(' ').flatMap((pair): [string, string][] => {
      const at = pair.indexOf('=');
      return at < 0 ? [] : [[pair.slice(0, at), pair.slice(at + 1)]];
    }),
  );
  const [quantity, unitPrice] = [named.get('qty') ?? null, named.get('price') ?? null];
  const baseMinor = minorOf(base, baseCurrency);
  return {
    summary: summary ?? 'business',
    account,
    dimensions: Object.fromEntries([...named].filter(([name]) => name !== 'qty' && name !== 'price')),
    debitMinor: side === 'D' ? baseMinor : 0n,
    creditMinor: side === 'C' ? baseMinor : 0n,
    currency,
    amountMinor: minorOf(foreign, currency),
    rate,
    quantity,
    unitPrice,
    templateLine: null,
  };
}

function minorOf(text: string, currency: Currency): bigint {
  const amount = parseAmount(text, currency);
  assert(amount.ok, `"${text}" is an amount in ${currency}`);
  return amount.value;
}

function showLine(line: VoucherLine, baseCurrency: Currency): string {
  const isDebit = line.debitMinor !== 0n;
  const parts = [
    isDebit ? 'D' : 'C',
    line.account,
    formatAmount(isDebit ? line.debitMinor : line.creditMinor, baseCurrency),
  ];
  if (line.currency !== baseCurrency) {
    parts.push(line.currency, formatAmount(line.amountMinor, line.currency), `@${line.rate}`);
  }
  if (line.quantity !== null) parts.push(`qty=${line.quantity}`);
  if (line.unitPrice !== null) parts.push(`price=${line.unitPrice}`);
  for (const [name, code] of Object.entries(line.dimensions)) parts.push(`${name}=${code}`);
  if (line.summary !== 'business') parts.push(`'${line.summary}'`);
  return parts.join(' ');
}

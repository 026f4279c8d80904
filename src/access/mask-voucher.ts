import { formatDecimal } from '#core/money/decimal.ts';
import { assert } from '#core/trouble/trouble.ts';
import { DOTS, type Mask, type Shown } from './mask.ts';

/** A line as it is shown: amounts are decimal texts. */
interface ShowableLine {
  readonly summary: string;
  readonly account: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly debit: string;
  readonly credit: string;
  readonly currency: string;
  readonly amount: string;
  readonly rate: string;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
}

interface Showable<Line extends ShowableLine> {
  readonly total: string;
  readonly lines: readonly Line[];
}

/**
 * A voucher without what is not to be seen of the kinds of documents it was made of. `totals`: its lines added up per
 * account, side and currency, without dimensions. `masked`: dots for amounts. `hidden`: no lines. Summaries go wherever
 * anything is covered, since they may quote it.
 */
export function maskVoucher<Line extends ShowableLine, Voucher extends Showable<Line>>(
  mask: Mask,
  voucher: Voucher & Showable<Line>,
  kinds: readonly string[],
): Voucher {
  if (!mask.touches(kinds)) return voucher;
  const amounts = mask.amounts(kinds);
  const texts = mask.texts(kinds);
  if (amounts === 'hidden') return { ...voucher, total: DOTS, lines: [] };
  const isAdded = amounts === 'totals' || texts === 'totals';
  const shown = voucher.lines.map((line) => withoutTexts(line, isAdded ? 'hidden' : texts));
  const lines = isAdded ? addUp(shown) : shown;
  if (amounts !== 'masked') return { ...voucher, lines };
  return { ...voucher, total: DOTS, lines: lines.map(withDots) };
}

function withoutTexts<Line extends ShowableLine>(line: Line, texts: Shown): Line {
  if (texts === 'plain') return { ...line, summary: DOTS };
  const names = texts === 'hidden' ? [] : Object.keys(line.dimensions);
  return { ...line, summary: DOTS, dimensions: Object.fromEntries(names.map((name) => [name, DOTS])) };
}

function withDots<Line extends ShowableLine>(line: Line): Line {
  const dots = (text: string | null) => text && DOTS;
  const { quantity, unitPrice } = line;
  const amounts = { debit: DOTS, credit: DOTS, amount: DOTS, rate: DOTS };
  return { ...line, ...amounts, quantity: dots(quantity), unitPrice: dots(unitPrice) };
}

/** One line per account, side, currency and rate, in the order in which they first appear. */
function addUp<Line extends ShowableLine>(lines: readonly Line[]): Line[] {
  const groups = Map.groupBy(lines, ({ account, debit, currency, rate }) =>
    [account, isZero(debit) ? 'credit' : 'debit', currency, rate].join(' '),
  );
  return [...groups.values()].map((group) => {
    const sum = (column: 'debit' | 'credit' | 'amount') => addAmounts(group.map((line) => line[column]));
    const [first] = group;
    assert(first, 'a group has a line');
    const amounts = { debit: sum('debit'), credit: sum('credit'), amount: sum('amount') };
    return { ...first, ...amounts, quantity: null, unitPrice: null };
  });
}

function isZero(amount: string): boolean {
  return /^-?[0.]*$/.test(amount);
}

/** Amounts of one currency have the same decimals, so they are added as whole numbers. Empty ones count nothing. */
function addAmounts(amounts: readonly string[]): string {
  const [first, ...others] = amounts.filter((text) => text !== '');
  if (first === undefined) return '';
  const decimals = first.split('.')[1]?.length ?? 0;
  const minorOf = (text: string) => BigInt(text.replace('.', ''));
  const coefficient = others.reduce((minor, text) => minor + minorOf(text), minorOf(first));
  return formatDecimal({ coefficient, scale: decimals });
}

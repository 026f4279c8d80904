import { accept, type Outcome, type Params, refuse } from '#core/trouble/trouble.ts';
import { cleanAmount, isZero, negate } from './clean-amount.ts';
import { refuseFile, shown } from './refuse-file.ts';
import type { SpreadsheetSettings } from './settings.ts';

/** A row's cells → its signed amount; the refusal's `at` is the name of the column. */
export type ReadAmount = (cells: readonly string[]) => Outcome<string>;

type Decimal = SpreadsheetSettings['decimal'];

interface Column {
  readonly index: number;
  readonly name: string;
}

/** In and out mean the same from every point of view; debit and credit depend on whose books the file shows. */
const IN = ['收', '收入', '入', '入账', '转入', '存入', '收款', 'in', '+'];
const OUT = ['支', '支出', '出', '出账', '转出', '付', '付出', '付款', 'out', '-'];
const CREDIT = ['贷', '贷方', '贷cr', 'c', 'cr', 'credit'];
const DEBIT = ['借', '借方', '借dr', 'd', 'dr', 'debit'];

/** How this sheet's amounts are read, or null when the settings do not ask for `_amount`. A column that is missing stops the file. */
export function makeAmountReader(
  settings: SpreadsheetSettings,
  columns: readonly string[],
): ReadAmount | null {
  const { decimal } = settings;
  switch (settings.amounts) {
    case 'none':
      return null;
    case 'signed':
      return readSigned(columnNamed(settings.amountColumn, columns), decimal);
    case 'direction': {
      const direction = columnNamed(settings.directionColumn ?? '', columns);
      return readDirected(columnNamed(settings.amountColumn, columns), direction, {
        decimal,
        signs: signsOf(settings),
      });
    }
    case 'two-columns': {
      const debit = columnNamed(settings.debitColumn ?? '', columns);
      const credit = columnNamed(settings.creditColumn ?? '', columns);
      const sides =
        settings.positive === 'credit' ? { plus: credit, minus: debit } : { plus: debit, minus: credit };
      return readTwoColumns(sides, decimal);
    }
  }
}

/** The place of a column that a setting names. */
export function columnNamed(name: string, columns: readonly string[]): Column {
  const index = columns.indexOf(name);
  return index === -1
    ? refuseFile('column_not_found', { column: name, columns: columns.join(', ') })
    : { index, name };
}

function readSigned(column: Column, decimal: Decimal): ReadAmount {
  return (cells) => {
    const cell = cells[column.index] ?? '';
    const amount = cleanAmount(cell, decimal);
    if (amount.kind === 'amount') return accept(amount.text);
    return amount.kind === 'none'
      ? bad('amount_missing', column)
      : bad('amount_unreadable', column, { text: cell });
  };
}

function readDirected(
  column: Column,
  direction: Column,
  { decimal, signs }: { decimal: Decimal; signs: ReadonlyMap<string, 1 | -1> },
): ReadAmount {
  const readAmount = readSigned(column, decimal);
  return (cells) => {
    const amount = readAmount(cells);
    if (!amount.ok) return amount;
    const word = cells[direction.index] ?? '';
    const sign = signs.get(normaliseWord(word));
    if (sign === undefined) return bad('amount_direction_unknown', direction, { text: word });
    if (sign === 1 || isZero(amount.value)) return amount;
    // Minus and "out": a reversal for one bank, the same thing said twice for another.
    if (amount.value.startsWith('-'))
      return bad('amount_direction_doubled', column, { text: amount.value, word });
    return accept(negate(amount.value));
  };
}

function readTwoColumns({ plus, minus }: { plus: Column; minus: Column }, decimal: Decimal): ReadAmount {
  return (cells) => {
    const [plusCell, minusCell] = [cells[plus.index] ?? '', cells[minus.index] ?? ''];
    const [up, down] = [cleanAmount(plusCell, decimal), cleanAmount(minusCell, decimal)];
    if (up.kind === 'unreadable') return bad('amount_unreadable', plus, { text: plusCell });
    if (down.kind === 'unreadable') return bad('amount_unreadable', minus, { text: minusCell });
    const hasUp = up.kind === 'amount' && !isZero(up.text);
    const hasDown = down.kind === 'amount' && !isZero(down.text);
    if (hasUp && hasDown) return bad('amount_on_both_sides', plus, { text: plusCell, other: minusCell });
    if (hasDown) return accept(negate(down.text));
    if (up.kind === 'amount') return accept(up.text);
    return down.kind === 'amount' ? accept(down.text) : bad('amount_missing', plus);
  };
}

function signsOf({
  positive,
  positiveWords,
  negativeWords,
}: SpreadsheetSettings): ReadonlyMap<string, 1 | -1> {
  const [plus, minus] = positive === 'credit' ? [CREDIT, DEBIT] : [DEBIT, CREDIT];
  const signs = new Map<string, 1 | -1>();
  for (const word of [...IN, ...plus]) signs.set(word, 1);
  for (const word of [...OUT, ...minus]) signs.set(word, -1);
  for (const word of positiveWords) signs.set(normaliseWord(word), 1);
  for (const word of negativeWords) signs.set(normaliseWord(word), -1);
  return signs;
}

function normaliseWord(word: string): string {
  return word.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

function bad(code: string, { name }: Column, params: Params = {}): Outcome<never> {
  const texts = Object.entries(params).map(([key, text]) => [key, shown(text)]);
  return refuse({ code, at: name, params: Object.fromEntries(texts) });
}

/** What a cell with an amount holds: nothing, a decimal text, or something else. */
export type CleanAmount =
  | { readonly kind: 'none' }
  | { readonly kind: 'amount'; readonly text: string }
  | { readonly kind: 'unreadable' };

const NONE: CleanAmount = { kind: 'none' };
const UNREADABLE: CleanAmount = { kind: 'unreadable' };

const SIMPLE = /^(?:-(?=.*[1-9]))?(?:0|[1-9]\d{0,29})(?:\.\d{1,15})?$/;
const BLANK = /^(?:[-–—/]+|无)?$/;
/** Only signs of our own currency go; `$` says that the amount is another one's. */
const YUAN_BEFORE = /^(?:¥|RMB|CNY|人民币)\s*/i;
const YUAN_AFTER = /\s*(?:元整?|RMB|CNY)$/i;
/** Groups of three, complete. `1,23.4` may be a misplaced decimal comma: nobody guesses. */
const GROUPED = /^(?:\d{1,30}|\d{1,3}(?:,\d{3}){1,9})?(?:\.\d{1,15})?$/;

/**
 * An amount as people and banks write it → signed decimal text: thousands commas, full-width figures, ¥ and 元,
 * parentheses or a sign behind for minus. The digits stay exactly as they are.
 *
 * @example
 * cleanAmount('（￥1，234.50）', 'point'); // { kind: 'amount', text: '-1234.50' }
 */
export function cleanAmount(cell: string, decimal: 'point' | 'comma'): CleanAmount {
  if (decimal === 'point' && SIMPLE.test(cell)) return { kind: 'amount', text: cell };
  let text = cell.normalize('NFKC').replace(/[−‐]/g, '-').trim();
  if (BLANK.test(text)) return NONE;
  let minus = 0;
  const take = (pattern: RegExp, isMinus: boolean): void => {
    const rest = text.replace(pattern, '$1');
    if (rest !== text && isMinus) minus += 1;
    text = rest;
  };
  take(/^\((.*)\)$/, true);
  text = text.replace(YUAN_AFTER, '');
  take(/^(.+)-$/, true);
  take(/^-\s*(.+)$/, true);
  take(/^\+\s*(.+)$/, false);
  text = text.replace(YUAN_BEFORE, '');
  take(/^-\s*(.+)$/, true);
  if (decimal === 'comma') text = text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  if (minus > 1 || text === '' || !GROUPED.test(text)) return UNREADABLE;
  return { kind: 'amount', text: withSign(text.replaceAll(',', ''), minus === 1) };
}

/** `text` with the other sign; zero has none. */
export function negate(text: string): string {
  return text.startsWith('-') ? text.slice(1) : withSign(text, true);
}

export function isZero(text: string): boolean {
  return !/[1-9]/.test(text);
}

function withSign(digits: string, isMinus: boolean): string {
  const [whole = '', fraction] = digits.split('.');
  const plain = `${whole.replace(/^0+(?=\d)/, '') || '0'}${fraction === undefined ? '' : `.${fraction}`}`;
  return isMinus && !isZero(plain) ? `-${plain}` : plain;
}

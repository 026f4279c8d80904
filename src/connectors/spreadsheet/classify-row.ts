import type { Row } from './table.ts';

/** Why a row is no data. It is not lost: the summary record holds it. */
export type SkipReason = 'preamble' | 'header' | 'repeated-header' | 'footer';

const TOTAL =
  /^[(（【]?(?:(?:人民币|外币|本页|本月|本年|本期|当日|累计|全部|分类)?(?:合\s*计|总\s*计|小\s*计|共\s*计|累\s*计)|(?:sub|grand)?[\s-]*totals?|総計|合計)[)）】]?\s*(?:[:：].*)?$/i;
const COUNT = /^(?:共|总共|合计|总计)\s*[:：]?\s*[\d,]+\s*(?:笔|条|行|件|项|筆|records?|rows?)/i;
/** The totals of WeChat and Alipay bills have a header of their own; nothing after it is data. */
const END = /^(?:总交易单数|总笔数|#?-{3,}.*结束)/;
/** What may stand beside the word in a row of totals. */
const FIGURE = /^[-+(¥￥]*[\d,，.]*[%)元笔条]*$/;

export interface RowRules {
  /** As the settings say; null for the built-in rules. */
  readonly footerContains: readonly string[] | null;
  readonly header: readonly Row[];
  readonly width: number;
}

/** A judge of rows, cells already cleaned: null for data. Asked in the order of the rows, as an end mark holds for all that follow. */
export function makeClassifier({ footerContains, header, width }: RowRules): (row: Row) => SkipReason | null {
  const repeats = new Set(header.map(({ cells }) => keyOf(cells)));
  let isOver = false;
  return ({ cells }) => {
    if (isOver) return 'footer';
    const first = cells.findIndex((cell) => cell !== '');
    const text = cells[first] ?? '';
    if (footerContains !== null)
      return startsWithAny(cells, footerContains)
        ? 'footer'
        : isRepeat(cells, text)
          ? 'repeated-header'
          : null;
    if (END.test(text)) isOver = true;
    if (isOver || isTotal(cells, first, width)) return 'footer';
    return isRepeat(cells, text) ? 'repeated-header' : null;
  };

  function isRepeat(cells: readonly string[], text: string): boolean {
    return header.some((row) => row.cells.includes(text)) && repeats.has(keyOf(cells));
  }
}

/** A customer may be called Total: a row of totals has figures beside the word, and gaps unless the word is Chinese. */
function isTotal(cells: readonly string[], first: number, width: number): boolean {
  const text = cells[first] ?? '';
  if (text.startsWith('#') && width > 1) return cells.every((cell, i) => i === first || cell === '');
  if (COUNT.test(text)) return true;
  if (!TOTAL.test(text)) return false;
  const others = cells.filter((_, i) => i !== first);
  const filled = others.filter((cell) => cell !== '');
  const isCertain = filled.length < width - 1 || !/[a-z]/i.test(text);
  return isCertain && filled.every((cell) => FIGURE.test(cell) || COUNT.test(cell));
}

function startsWithAny(cells: readonly string[], starts: readonly string[]): boolean {
  return starts.some((start) => cells.some((cell) => cell.startsWith(start)));
}

function keyOf(cells: readonly string[]): string {
  return JSON.stringify(cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1));
}

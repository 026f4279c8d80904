import type { CalendarDate } from '#core/calendar/date.ts';
import type { Book } from '#core/ledger/book.ts';
import type { VoucherDraft, VoucherLine } from '#core/ledger/voucher.ts';
import { FINDINGS_PER_CHECK_MAX } from '#core/limits.ts';
import type { Params } from '#core/trouble/trouble.ts';
import type { Effect, Finding } from '#core/validation/finding.ts';
import type { BookIndex } from './book-index.ts';

/** What the caller knows when it has a voucher checked. */
export interface VoucherContext {
  readonly book: Book;
  readonly today: CalendarDate;
  /**
   * Balance of an account just before this voucher, in base minor units, debit positive. Given only for books and
   * runs in which balances are watched; without it V11 and V12 have nothing to say.
   */
  readonly openingBalances?: (account: string) => bigint;
}

/** The context with what was precomputed for its book. */
export interface CheckContext extends VoucherContext {
  readonly index: BookIndex;
}

/** One rule: a pure function, and silent (`NO_FINDINGS`) when all is well. */
export type VoucherCheck = (draft: VoucherDraft, context: CheckContext) => readonly Finding[];

/** Shared by every check that found nothing, so that a good voucher allocates nothing. */
export const NO_FINDINGS: readonly Finding[] = Object.freeze([]);

/** What a rule says about one line; `at` is the field of the line. */
export interface LineProblem {
  readonly code: string;
  readonly at: string;
  readonly params: Params;
  /** Default `block`. */
  readonly effect?: Effect;
}

export type JudgeLine = (line: VoucherLine, context: CheckContext, draft: VoucherDraft) => LineProblem | null;

/** A check that judges line by line. After `FINDINGS_PER_CHECK_MAX` problems it stops: the point has been made. */
export function eachLine(judge: JudgeLine): VoucherCheck {
  return (draft, context) => {
    const { lines } = draft;
    let findings: Finding[] | null = null;
    for (let i = 0; i < lines.length; i++) {
      const problem = judge(lines[i]!, context, draft);
      if (problem === null) continue;
      findings ??= [];
      findings.push(atLine(problem, i));
      if (findings.length === FINDINGS_PER_CHECK_MAX) break;
    }
    return findings ?? NO_FINDINGS;
  };
}

/** A level-2 finding about the voucher as a whole. */
export function finding(code: string, at: string, params: Params, effect: Effect = 'block'): Finding {
  return { code, level: 2, effect, at, params };
}

function atLine({ code, at, params, effect = 'block' }: LineProblem, index: number): Finding {
  return { code, level: 2, effect, at: `lines[${index}].${at}`, params };
}

import type { Finding } from '#core/validation/finding.ts';

/** One thing a person could do about a finding. */
export type Repair =
  /** Give their code one of ours. */
  | { readonly kind: 'crosswalk'; readonly crosswalk: string; readonly from: string; readonly field: string }
  /** Add or enable a value of a dimension. */
  | { readonly kind: 'dimension-value'; readonly dimension: string; readonly code: string }
  | { readonly kind: 'account'; readonly account: string }
  /** Open a period again, or correct the date. */
  | { readonly kind: 'period'; readonly period: string }
  /** Add the next fiscal year to the book, or correct the date. */
  | { readonly kind: 'year'; readonly date: string }
  | { readonly kind: 'rate'; readonly currency: string; readonly type: string; readonly date: string }
  /** Say for this record what the field should be. */
  | { readonly kind: 'correct'; readonly place: string }
  /** Change the mapping, a table or the template: it will happen again. */
  | { readonly kind: 'flow'; readonly place: string }
  /** Look at it and let it pass. */
  | { readonly kind: 'release' }
  /** Close it: nothing is to be posted. */
  | { readonly kind: 'dismiss' };

type Found = Pick<Finding, 'code' | 'at' | 'params' | 'effect'>;

/** What could put a finding right, the likeliest first. What holds can always be released by whoever may. */
export function findRepairs(finding: Found): Repair[] {
  const known = BY_CODE[finding.code]?.(finding) ?? byPlace(finding);
  return finding.effect === 'hold' ? [...known, { kind: 'release' }] : known;
}

const correct = ({ at }: Found): Repair[] => (at === '' ? [] : [{ kind: 'correct', place: at }]);
const dimensionValue = ({ params }: Found): Repair => ({
  kind: 'dimension-value',
  dimension: params.dimension ?? '',
  code: params.value ?? '',
});
const account = ({ params }: Found): Repair[] => [{ kind: 'account', account: params.account ?? '' }];
const flow = ({ at }: Found): Repair[] => [{ kind: 'flow', place: at }];
const correctDate: Repair = { kind: 'correct', place: 'doc_date' };

/** A book that goes on gets its next year; a date years ahead, or behind, is mistyped. */
const year = ({ params: { date = '', last = '' } }: Found): Repair[] => {
  const add: Repair = { kind: 'year', date };
  const isNextYear = Number(date.slice(0, 4)) === Number(last.slice(0, 4)) + 1;
  return isNextYear || last === '' ? [add, correctDate] : [correctDate, add];
};

const BY_CODE: Readonly<Record<string, (finding: Found) => Repair[]>> = {
  crosswalk_missing: (finding) => [
    {
      kind: 'crosswalk',
      crosswalk: finding.params.crosswalk ?? '',
      from: finding.params.text ?? '',
      field: finding.at,
    },
    ...correct(finding),
  ],
  dimension_unknown: (finding) => [dimensionValue(finding)],
  dimension_disabled: (finding) => [dimensionValue(finding)],
  account_unknown: account,
  account_disabled: account,
  account_not_leaf: flow,
  period_closed: ({ params }) => [{ kind: 'period', period: params.period ?? '' }, correctDate],
  period_missing: year,
  // It is in the opening balances; no period can be opened for it.
  before_book_start: () => [correctDate, { kind: 'dismiss' }],
  rate_missing: ({ params }) => [
    {
      kind: 'rate',
      currency: params.currency ?? '',
      type: params.type ?? '',
      date: params.date ?? '',
    },
  ],
  duplicate_document: (finding) => [{ kind: 'dismiss' }, ...correct(finding)],
  likely_duplicate: () => [{ kind: 'dismiss' }],
  changed_after_posting: () => [],
  no_rule_matches: (finding) => [...flow(finding), ...correct(finding)],
  enum_unknown: (finding) => [...flow(finding), ...correct(finding)],
  processing_failed: () => [],
  record_not_utf8: () => [{ kind: 'dismiss' }],
  record_not_json: () => [{ kind: 'dismiss' }],
};

/** A finding of mapping names a field of the document; what comes of the template or of the voucher is the flow's matter. */
function byPlace(finding: Found): Repair[] {
  const isField =
    /^[a-z]/.test(finding.at) && !/^(template|lines\[\d+\]\.(account|debit|credit))/.test(finding.at);
  return isField ? [...correct(finding), ...flow(finding)] : flow(finding);
}

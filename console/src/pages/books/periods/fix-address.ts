/** Where each item of the checklist is put right. Every code of the checklist is here; a test asks for it. */
const PLACES = {
  period_earlier_open: ({ book, params }: Place) => `/books/${book}/periods/${params.earlier}`,
  closing_records_waiting: () => '/runs?state=paused',
  closing_exceptions_open: ({ book }: Place) => `/exceptions?book=${book}`,
  closing_documents_staged: () => '/runs?state=collected',
  closing_not_balanced: ({ book, period }: Place) => `/books/${book}/balances?from=${period}&to=${period}`,
  closing_numbers_missing: ({ book, period }: Place) =>
    `/books/${book}/vouchers?period=${period}&sort=number`,
  closing_vouchers_refused: () => '/deliveries?state=stopped&kind=voucher',
  closing_vouchers_undelivered: () => '/deliveries?state=owed&kind=voucher',
  closing_differences_open: () => '/deliveries?kind=voucher',
  closing_result_not_carried: ({ book, period }: Place) =>
    `/books/${book}/balances?from=${period}&to=${period}`,
  closing_cash_negative: ledgerOfFirst,
  closing_balance_side: ledgerOfFirst,
  closing_not_revalued: ({ book, period }: Place) =>
    `/books/${book}/balances?from=${period}&to=${period}&foreign=true`,
} as const satisfies Readonly<Record<string, (place: Place) => string | null>>;

interface Place {
  readonly book: string;
  readonly period: number;
  readonly params: Readonly<Record<string, string>>;
}

/** Where somebody goes about this item; null where there is no such place. */
export function fixAddress(code: string, place: Place): string | null {
  return isChecked(code) ? PLACES[code](place) : null;
}

/** Whether this console knows the item. */
export function isChecked(code: string): code is keyof typeof PLACES {
  return code in PLACES;
}

/** The first of the accounts that were named. */
function ledgerOfFirst({ book, period, params }: Place): string | null {
  const [account] = (params.which ?? '').split(', ');
  return account ? `/books/${book}/ledger?account=${account}&from=${period}&to=${period}` : null;
}

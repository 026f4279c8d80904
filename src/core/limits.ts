/**
 * Every limit of the core in one place. A limit is not a wish: what exceeds it is refused with a code,
 * so that one bad record can neither exhaust the machine nor overflow a column.
 */

/** Significant digits of an amount in minor units. 17 leaves room to add 92 such amounts in a 64-bit column. */
export const AMOUNT_DIGITS_MAX = 17;

/** The largest amount in minor units, either sign: 17 nines. */
export const AMOUNT_MINOR_MAX = 10n ** BigInt(AMOUNT_DIGITS_MAX) - 1n;

/** Characters of an amount as text. Longer texts are refused unread; zero-padded fixed-width files fit. */
export const AMOUNT_LENGTH_MAX = 64;

/** Digits of an exact decimal (rates, prices, quantities), before and after the point together. */
export const DECIMAL_DIGITS_MAX = 60;

/** Digits of an exact decimal after the point. */
export const DECIMAL_SCALE_MAX = 30;

export const LINES_PER_VOUCHER_MAX = 1_000;

export const SUMMARY_LENGTH_MAX = 500;

/** A check that finds the same fault on every line of a large voucher says so this many times and stops. */
export const FINDINGS_PER_CHECK_MAX = 20;

/** Dates outside these years are typing errors in a ledger (`0206-…`, `20226-…`). */
export const YEAR_MIN = 1900;
export const YEAR_MAX = 2999;

/** Characters of a date or instant as text. */
export const DATE_LENGTH_MAX = 40;

/** Characters of a text field of a document. */
export const TEXT_LENGTH_MAX = 4_000;

/** Characters of a code: account, customer, document number. */
export const CODE_LENGTH_MAX = 200;

/** Objects and lists inside one another in a record. */
export const RECORD_DEPTH_MAX = 64;

export const DOCUMENTS_PER_RECORD_MAX = 1_000;

export const LINES_PER_DOCUMENT_MAX = 20_000;

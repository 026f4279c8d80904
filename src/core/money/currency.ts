/** ISO 4217 alphabetic code, e.g. `CNY`. */
export type Currency = string;

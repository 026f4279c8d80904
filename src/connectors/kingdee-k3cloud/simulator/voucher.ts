import { isRecord, type JsonRecord, listAt, textAt, valueAt } from '#connectors/kit/json.ts';
import { formatAmount, parseAmount } from '#core/money/amount.ts';
import type { Status } from './base-table.ts';

export interface SimEntry {
  readonly id: number;
  readonly explanation: string;
  readonly account: string;
  /** Slot (`FFLEX6`) → number of the dimension's value. */
  readonly dimensions: Readonly<Record<string, string>>;
  readonly currency: string;
  readonly rateType: string;
  readonly rate: string;
  /** In the entry's currency, as sent. */
  readonly amountFor: string;
  /** Fen of the base currency. */
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
}

export interface SimVoucher {
  readonly id: number;
  readonly billNo: string;
  readonly book: string;
  readonly org: string;
  /** Number of the voucher word (`PRE001`) and number within book, period and word. */
  readonly word: string;
  readonly number: number;
  /** 202601 */
  readonly period: number;
  readonly date: string;
  readonly busDate: string;
  readonly attachments: number;
  readonly sourceBillKey: string;
  readonly status: Status;
  readonly posted: boolean;
  readonly voided: boolean;
  /** Custom header fields, `F_TZ_KEY` among them. */
  readonly custom: Readonly<Record<string, string>>;
  readonly creator: string;
  readonly checker: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly auditedAt: string | null;
  readonly entries: readonly SimEntry[];
}

const BASE = 'CNY';

/** The voucher as one line of `vouchers.ndjson`: amounts are decimal text, `deleted` marks the last line of a voucher that is gone. */
export function voucherLine(voucher: SimVoucher, deleted = false): object {
  return {
    ...voucher,
    businessKey: Object.values(voucher.custom)[0] ?? null,
    ...(deleted ? { deleted } : {}),
    entries: voucher.entries.map(({ debitMinor, creditMinor, ...entry }) => ({
      ...entry,
      debit: formatAmount(debitMinor, BASE),
      credit: formatAmount(creditMinor, BASE),
    })),
  };
}

/** A line of `vouchers.ndjson` as the voucher it describes. The simulator only reads what it wrote itself. */
export function readVoucherLine(line: unknown): { readonly voucher: SimVoucher; readonly deleted: boolean } {
  const status = textAt(line, 'status');
  const voucher: SimVoucher = {
    id: Number(valueAt(line, 'id')),
    billNo: textAt(line, 'billNo'),
    book: textAt(line, 'book'),
    org: textAt(line, 'org'),
    word: textAt(line, 'word'),
    number: Number(valueAt(line, 'number')),
    period: Number(valueAt(line, 'period')),
    date: textAt(line, 'date'),
    busDate: textAt(line, 'busDate'),
    attachments: Number(valueAt(line, 'attachments')),
    sourceBillKey: textAt(line, 'sourceBillKey'),
    status: isStatus(status) ? status : 'A',
    posted: valueAt(line, 'posted') === true,
    voided: valueAt(line, 'voided') === true,
    custom: textMap(valueAt(line, 'custom')),
    creator: textAt(line, 'creator'),
    checker: textAt(line, 'checker'),
    createdAt: textAt(line, 'createdAt'),
    modifiedAt: textAt(line, 'modifiedAt'),
    auditedAt: textAt(line, 'auditedAt') || null,
    entries: listAt(line, 'entries').map(readEntry),
  };
  return { voucher, deleted: valueAt(line, 'deleted') === true };
}

export function isStatus(text: string): text is Status {
  return ['Z', 'A', 'B', 'C', 'D'].includes(text);
}

function readEntry(entry: unknown): SimEntry {
  return {
    id: Number(valueAt(entry, 'id')),
    explanation: textAt(entry, 'explanation'),
    account: textAt(entry, 'account'),
    dimensions: textMap(valueAt(entry, 'dimensions')),
    currency: textAt(entry, 'currency'),
    rateType: textAt(entry, 'rateType'),
    rate: textAt(entry, 'rate'),
    amountFor: textAt(entry, 'amountFor'),
    debitMinor: minorOf(textAt(entry, 'debit')) ?? 0n,
    creditMinor: minorOf(textAt(entry, 'credit')) ?? 0n,
  };
}

/** Fen of an amount that came as JSON number or text; null for what is no amount. Absent is zero. */
export function minorOf(amount: unknown): bigint | null {
  if (amount === undefined || amount === null || amount === '') return 0n;
  const parsed = parseAmount(String(amount), BASE);
  return parsed.ok ? parsed.value : null;
}

/** As their answers write it: a JSON number. Exact up to fifteen digits, as theirs. */
export function amountNumber(minor: bigint): number {
  return Number(formatAmount(minor, BASE));
}

function textMap(value: unknown): Readonly<Record<string, string>> {
  const record: JsonRecord = isRecord(value) ? value : {};
  return Object.fromEntries(Object.entries(record).map(([key, text]) => [key, String(text)]));
}

import { listAt, textAt } from '#connectors/kit/json.ts';
import { parseAmount } from '#core/money/amount.ts';

/** A voucher as a target lists it. */
export interface ListedVoucher {
  readonly id: string;
  readonly number: string;
  /** Empty where it is none of ours. */
  readonly businessKey: string;
  readonly period: number;
  readonly isVoid: boolean;
  readonly lines: readonly ListedLine[];
}

export interface ListedLine {
  readonly account: string;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
}

/** The voucher in a listed record, or null where the record is in no shape that could be compared. */
export function readListedVoucher(raw: Uint8Array, currency: string): ListedVoucher | null {
  const json: unknown = JSON.parse(Buffer.from(raw).toString('utf8'));
  const lines = listAt(json, 'lines').map((line) => readLine(line, currency));
  const whole = lines.filter((line) => line !== null);
  const id = textAt(json, 'id');
  if (id === '' || lines.length === 0 || whole.length < lines.length) return null;
  return {
    id,
    number: textAt(json, 'voucherNumber'),
    businessKey: textAt(json, 'businessKey'),
    period: Number(textAt(json, 'period')),
    isVoid: /^(true|1)$/i.test(textAt(json, 'void')),
    lines: whole,
  };
}

function readLine(line: unknown, currency: string): ListedLine | null {
  const debit = parseAmount(textAt(line, 'debit') || '0', currency);
  const credit = parseAmount(textAt(line, 'credit') || '0', currency);
  if (!debit.ok || !credit.ok) return null;
  return { account: textAt(line, 'account'), debitMinor: debit.value, creditMinor: credit.value };
}

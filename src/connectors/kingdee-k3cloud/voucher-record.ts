import { keyInExplanation } from './codec.ts';
import type { TenantFacts } from './facts.ts';

/** Fields of a voucher row that every tenant has, in the order in which they are read. */
export const FIXED_FIELDS = [
  'FVoucherID',
  'FModifyDate',
  'FACCOUNTBOOKID.FNumber',
  'FDate',
  'FYear',
  'FPeriod',
  'FVOUCHERGROUPID.FName',
  'FVOUCHERGROUPNO',
  'FDocumentStatus',
  'FPOSTED',
  'FInvalid',
  'FAccountID.FNumber',
  'FEXPLANATION',
  'FDEBIT',
  'FCREDIT',
  'FAMOUNTFOR',
  'FCURRENCYID.FNumber',
  'FEXCHANGERATE',
  'FEntity_FEntryID',
] as const;

interface VoucherRecord {
  readonly kind: 'voucher';
  readonly externalId: string;
  readonly mediaType: string;
  readonly raw: Uint8Array;
  /** Their wall clock, as they wrote it. */
  readonly changedAt: string;
}

type Cells = Readonly<Record<string, unknown>>;

/** One record for every voucher among the rows, its entries in their order. Amounts become decimal text. */
export function decodeVouchers(rows: readonly (readonly unknown[])[], facts: TenantFacts): VoucherRecord[] {
  const slots = [...facts.slotOf];
  const names = [...FIXED_FIELDS, 'number', ...slots.map(([our]) => `dimension ${our}`), 'key'];
  const cells = rows.map(
    (row): Cells => Object.fromEntries(names.map((name, at) => [name, row[at] ?? null])),
  );
  return [...Map.groupBy(cells, (cell) => text(cell.FVoucherID)).values()].flatMap((entries) => {
    const [head] = entries;
    return head ? [recordOf(head, entries, slots)] : [];
  });
}

function recordOf(
  head: Cells,
  entries: readonly Cells[],
  slots: readonly (readonly [string, string])[],
): VoucherRecord {
  const json = {
    id: text(head.FVoucherID),
    book: text(head['FACCOUNTBOOKID.FNumber']),
    billNumber: text(head.number),
    voucherNumber: `${text(head['FVOUCHERGROUPID.FName'])}-${text(head.FVOUCHERGROUPNO)}`,
    businessKey: text(head.key) || keyInExplanation(text(head.FEXPLANATION)),
    date: text(head.FDate).slice(0, 10),
    period: periodOf(head),
    status: text(head.FDocumentStatus),
    posted: text(head.FPOSTED),
    void: text(head.FInvalid),
    lines: entries.map((entry) => ({
      account: text(entry['FAccountID.FNumber']),
      summary: text(entry.FEXPLANATION),
      debit: decimal(entry.FDEBIT),
      credit: decimal(entry.FCREDIT),
      amount: decimal(entry.FAMOUNTFOR),
      currency: text(entry['FCURRENCYID.FNumber']),
      rate: decimal(entry.FEXCHANGERATE),
      dimensions: Object.fromEntries(
        slots.flatMap(([our]) => {
          const code = text(entry[`dimension ${our}`]).trim();
          return code === '' ? [] : [[our, code]];
        }),
      ),
    })),
  };
  return {
    kind: 'voucher',
    externalId: json.id,
    mediaType: 'application/json',
    raw: Buffer.from(JSON.stringify(json)),
    changedAt: text(head.FModifyDate),
  };
}

/** `FPeriod` is 1–12 beside `FYear` with some versions and '202601' with others. */
function periodOf(head: Cells): number {
  const period = Number(head.FPeriod);
  return period > 9999 ? period : Number(head.FYear) * 100 + period;
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** A JSON number as plain decimal text; very small ones would otherwise be written with an exponent. */
function decimal(value: unknown): string {
  const written = text(value);
  return /e/i.test(written)
    ? Number(written)
        .toFixed(12)
        .replace(/\.?0+$/, '')
    : written;
}

import type { Voucher, VoucherLine, VoucherWord } from '#core/ledger/voucher.ts';
import type { Tx } from './database.ts';
import { listLiteral } from './rows.ts';

interface HeadRow {
  voucher_id: bigint;
  period: number;
  word: VoucherWord;
  number: number;
  date: string;
  kind: Voucher['kind'];
  reverses: bigint | null;
  attachment_count: number;
  prepared_by: string;
  reviewed_by: string | null;
  source_kinds: string[];
  flow_version_id: number | null;
}

interface LineRow {
  voucher_id: bigint;
  account: string;
  dimensions: Record<string, string> | null;
  debit_minor: bigint;
  credit_minor: bigint;
  currency: string;
  amount_minor: bigint;
  rate: string;
  quantity: string | null;
  unit_price: string | null;
  summary: string;
  template_line: number | null;
}

/** A posted voucher as stored, with the flow version that made it and the voucher that reversed it. */
export interface StoredVoucher extends Voucher {
  readonly flowVersionId: number | null;
  readonly reversedBy: bigint | null;
}

/** The vouchers of these ids, whole, in the order of their ids. */
export async function findVouchers(tx: Tx, bookId: number, ids: readonly bigint[]): Promise<StoredVoucher[]> {
  if (ids.length === 0) return [];
  const heads = await tx.query<HeadRow & { reversed_by: bigint | null }>(
    `select v.voucher_id, v.period, v.word, v.number, v.date, v.kind, v.reverses, v.attachment_count, v.prepared_by,
            v.reviewed_by, v.source_kinds, v.flow_version_id, r.voucher_id as reversed_by
       from vouchers v left join vouchers r on r.book_id = v.book_id and r.reverses = v.voucher_id
      where v.book_id = $1 and v.voucher_id = any($2::int8[]) order by v.voucher_id`,
    [bookId, listLiteral(ids)],
  );
  const lines = await readLines(tx, bookId, ids);
  return heads.map((head) => storedVoucher(bookId, head, lines.get(head.voucher_id) ?? []));
}

async function readLines(
  tx: Tx,
  bookId: number,
  ids: readonly bigint[],
): Promise<Map<bigint, VoucherLine[]>> {
  const rows = await tx.query<LineRow>(
    `select l.voucher_id, a.code as account, s.dimensions, l.debit_minor, l.credit_minor, l.currency, l.amount_minor,
            l.rate, l.quantity, l.unit_price, l.summary, l.template_line
       from voucher_lines l
       join accounts a on a.book_id = l.book_id and a.account_id = l.account_id
       left join dimension_sets s on s.book_id = l.book_id and s.set_id = l.set_id
      where l.book_id = $1 and l.voucher_id = any($2::int8[]) order by l.voucher_id, l.line_no`,
    [bookId, listLiteral(ids)],
  );
  const byVoucher = new Map<bigint, VoucherLine[]>();
  for (const row of rows) {
    const lines = byVoucher.get(row.voucher_id) ?? [];
    lines.push(storedLine(row));
    byVoucher.set(row.voucher_id, lines);
  }
  return byVoucher;
}

function storedLine(row: LineRow): VoucherLine {
  return {
    summary: row.summary,
    account: row.account,
    dimensions: row.dimensions ?? {},
    debitMinor: row.debit_minor,
    creditMinor: row.credit_minor,
    currency: row.currency,
    amountMinor: row.amount_minor,
    rate: row.rate,
    quantity: row.quantity,
    unitPrice: row.unit_price,
    templateLine: row.template_line,
  };
}

function storedVoucher(
  bookId: number,
  head: HeadRow & { reversed_by: bigint | null },
  lines: VoucherLine[],
): StoredVoucher {
  return {
    bookId,
    id: head.voucher_id,
    number: head.number,
    word: head.word,
    date: head.date,
    period: head.period,
    attachmentCount: head.attachment_count,
    preparedBy: head.prepared_by,
    reviewedBy: head.reviewed_by,
    kind: head.kind,
    reverses: head.reverses,
    lines,
    sourceKinds: head.source_kinds,
    flowVersionId: head.flow_version_id,
    reversedBy: head.reversed_by,
  };
}

import type { Tx } from './database.ts';
import { evidenceJson } from './json-text.ts';
import { insertRows, listLiteral } from './rows.ts';

export type RepairKind = 'redeliver' | 'withdraw_and_redeliver' | 'replay' | 'person';

export interface NewDifference {
  readonly bookId: number;
  readonly connectionId: number;
  readonly code: string;
  /** What it is about: a business key, an account and period, a record. */
  readonly businessKey: string;
  readonly details: Readonly<Record<string, string>>;
  readonly repair: RepairKind;
}

const COLUMNS = {
  book_id: 'int',
  connection_id: 'int',
  code: 'text',
  business_key: 'text',
  details: 'jsonb',
  repair: 'text',
};

/** Keeps what was found. A difference that is open already stays, with what was found now. */
export async function saveDifferences(tx: Tx, differences: readonly NewDifference[]): Promise<void> {
  const rows = differences.map((difference) => ({
    book_id: difference.bookId,
    connection_id: difference.connectionId,
    code: difference.code,
    business_key: difference.businessKey,
    details: evidenceJson(difference.details),
    repair: difference.repair,
  }));
  await insertRows(tx, 'differences', COLUMNS, rows, {
    onConflict: `(connection_id, code, business_key) where state = 'open' do update set
      details = excluded.details, repair = excluded.repair`,
  });
}

/** Closes the differences of a connection that were open and are not among these any more. Returns how many. */
export async function closeVanished(
  tx: Tx,
  connectionId: number,
  still: readonly { code: string; businessKey: string }[],
): Promise<number> {
  const rows = await tx.query(
    `update differences d set state = 'repaired', closed_at = now()
      where d.connection_id = $1 and d.state = 'open' and not exists (
        select from unnest($2::text[], $3::text[]) as s (code, business_key)
         where s.code = d.code and s.business_key = d.business_key)
  returning d.difference_id`,
    [
      connectionId,
      listLiteral(still.map(({ code }) => code)),
      listLiteral(still.map(({ businessKey }) => businessKey)),
    ],
  );
  return rows.length;
}

/** Keys whose vouchers are to be withdrawn and sent again: an interrupted repair goes on from here. */
export async function keysUnderRepair(tx: Tx, connectionId: number): Promise<Set<string>> {
  const rows = await tx.query<{ business_key: string }>(
    "select business_key from differences where connection_id = $1 and state = 'open' and repair = 'withdraw_and_redeliver'",
    [connectionId],
  );
  return new Set(rows.map((row) => row.business_key));
}

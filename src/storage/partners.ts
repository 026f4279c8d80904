import type { Tx } from './database.ts';
import { listLiteral } from './rows.ts';

const FOUND_MAX = 500;

/** Codes of customers, suppliers and others whose code is `text` or whose name holds it; and `text`, since some have no code. */
export async function findPartnerCodes(
  tx: Tx,
  bookIds: readonly number[],
  text: string,
): Promise<{ readonly codes: readonly string[]; readonly isNamed: boolean }> {
  const rows = await tx.query<{ code: string }>(
    `select distinct code from dimension_values
      where book_id = any($1::int[]) and (code = $2 or strpos(lower(name), lower($2)) > 0) limit $3`,
    [listLiteral(bookIds), text, FOUND_MAX],
  );
  return { codes: [...new Set([text, ...rows.map(({ code }) => code)])], isNamed: rows.length > 0 };
}

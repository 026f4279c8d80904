import { requireBook } from '#api/find-book.ts';
import { CrosswalkName } from '#api/flows/crosswalks.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Problem } from '#api/http/schemas.ts';
import { listCrosswalk } from '#storage/book-data.ts';
import type { Tx } from '#storage/database.ts';
import { COLUMNS } from './columns.ts';
import { answerExport, EXPORT_FORMAT, EXPORT_TYPES, ExportFile } from './export-answer.ts';
import type { Cell } from './sheet.ts';

const PAGE = 1_000;

export const exportCrosswalk = defineRoute({
  method: 'GET',
  path: '/books/{book}/crosswalks/{crosswalk}/export',
  summary: 'Export a crosswalk to Excel or CSV; changed, it can be pasted back',
  tag: 'Exports',
  permission: 'crosswalks:read',
  scope: 'named',
  params: exactly({ book: Code, crosswalk: CrosswalkName }),
  query: exactly(EXPORT_FORMAT),
  gives: Object.values(EXPORT_TYPES),
  replies: { 200: ExportFile, 404: Problem },
  async handle({ params: { book: code, crosswalk: name }, query, raw }, { database, cache }) {
    const book = await requireBook(database, { cache }, code);
    const sheet = {
      name,
      language: raw.language,
      columns: [COLUMNS.from, COLUMNS.to, COLUMNS.confidence, COLUMNS.confirmedBy],
      rows: rowsOf(database, book.id, name),
    };
    return answerExport({ database, raw, sheet, format: query.format, subject: `book:${code}` });
  },
});

async function* rowsOf(tx: Tx, bookId: number, name: string): AsyncGenerator<Cell[]> {
  let after: string | undefined;
  for (;;) {
    const page = { name, limit: PAGE, ...(after === undefined ? {} : { after }) };
    const pairs = await listCrosswalk(tx, bookId, page);
    for (const { from, to, confidence, confirmedBy } of pairs) {
      yield [from, to, String(confidence), confirmedBy];
    }
    if (pairs.length < PAGE) return;
    after = pairs.at(-1)!.from;
  }
}

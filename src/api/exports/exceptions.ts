import { exceptionBodies } from '#api/exceptions/exception-body.ts';
import { WORK_FILTERS, WorkSortBy, workFilter, workPage } from '#api/exceptions/work-query.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Problem } from '#api/http/schemas.ts';
import type { Tx } from '#storage/database.ts';
import { listWork, type WorkFilter, type WorkPage, type WorkRow } from '#storage/work-list.ts';
import { COLUMNS } from './columns.ts';
import { answerExport, EXPORT_FORMAT, EXPORT_TYPES, ExportFile } from './export-answer.ts';
import type { Cell } from './sheet.ts';

const { id, flow, document, partner, date, impact, currency, state, codes, openedAt, assignedTo } = COLUMNS;
const PAGE = 500;

export const exportExceptions = defineRoute({
  method: 'GET',
  path: '/exceptions/export',
  summary: 'Export the work list to Excel or CSV',
  tag: 'Exports',
  permission: 'exceptions:read',
  scope: 'list',
  query: exactly({ ...WORK_FILTERS, sort: WorkSortBy, ...EXPORT_FORMAT }),
  gives: Object.values(EXPORT_TYPES),
  replies: { 200: ExportFile, 404: Problem },
  async handle({ query: { format, ...query }, raw, sight }, { database, now }) {
    const { page } = workPage({ ...query, limit: PAGE }, { now: now(), sight });
    const filter = await workFilter(database, query, sight);
    const bodyOf = await exceptionBodies(database, { raw, sight, now });
    const { language } = raw;
    const sheet = {
      name: NAME[language],
      language,
      columns: [id, flow, document, partner, date, impact, currency, state, codes, openedAt, assignedTo],
      rows: rowsOf(database, { filter, page: { ...page, limit: PAGE } }, bodyOf),
    };
    return answerExport({ database, raw, sheet, format, subject: 'exceptions' });
  },
});

const NAME = { zh: '异常清单', en: 'Exceptions', ja: '例外一覧' } as const;

type BodyOf = Awaited<ReturnType<typeof exceptionBodies>>;

async function* rowsOf(
  tx: Tx,
  { filter, page }: { filter: WorkFilter; page: WorkPage },
  bodyOf: BodyOf,
): AsyncGenerator<Cell[]> {
  let next: WorkPage | null = page;
  while (next !== null) {
    const rows: WorkRow[] = await listWork(tx, filter, next);
    for (const row of rows) yield cellsOf(bodyOf(row));
    const last = rows.at(-1);
    next =
      rows.length < PAGE || last === undefined
        ? null
        : { ...page, after: { value: last.sort_value, id: last.exception_id } };
  }
}

function cellsOf(body: ReturnType<BodyOf>): Cell[] {
  return [
    body.id,
    body.flow,
    body.document,
    body.partner,
    body.date,
    body.impact,
    body.currency,
    body.state,
    body.findings.map(({ title }) => title).join('\n'),
    body.openedAt,
    body.assignedTo,
  ];
}

import { Conditions, orderBy, Parameters, pageText, type SortedPage, type SortKey } from './conditions.ts';
import type { Tx } from './database.ts';
import type { ExceptionRow } from './exceptions.ts';
import { listLiteral } from './rows.ts';

export type WorkSort = 'opened' | 'impact' | 'priority';

/** Which exceptions; what is not named does not limit. */
export interface WorkFilter {
  readonly bookId?: number;
  readonly flowId?: number;
  /** The source whose flow it is. */
  readonly connectionId?: number;
  /** Only those of these flows. */
  readonly flowIds?: readonly number[];
  readonly ids?: readonly bigint[];
  readonly state?: string;
  readonly effect?: string;
  readonly code?: string;
  /** Login; an empty one asks for what nobody looks after. */
  readonly assignee?: string;
  /** Part of the document's number, the record's id or the partner. */
  readonly search?: string;
  readonly impactMin?: bigint;
  /** Opened before this instant. */
  readonly before?: Date;
  readonly openedFrom?: Date;
  /** Not included. */
  readonly openedTo?: Date;
}

export interface WorkPage extends SortedPage {
  readonly sort: WorkSort;
  /** The instant for which ages count, so that pages of one list agree. */
  readonly asOf: Date;
}

export interface WorkRow extends ExceptionRow {
  readonly sort_value: string;
}

/** A page of the work list. */
export async function listWork(tx: Tx, filter: WorkFilter, page: WorkPage): Promise<WorkRow[]> {
  const parameters = new Parameters();
  const key = keyOf(parameters, page);
  const matching = matchingOf(parameters, filter);
  return tx.query<WorkRow>(
    // Sorted are the keys alone; findings and records are only fetched for the rows of the page.
    `select e.*, r.external_id, k.sort_value
       from (select e.exception_id, (${key.by})::text as sort_value, row_number() over (${orderBy(key, page)}) as place
               from ${matching} e where ${pageText(parameters, key, page)}) k
       join exceptions e using (exception_id) join records r using (record_id) order by k.place`,
    parameters.values,
  );
}

/**
 * Priority is money times waiting: the amount at stake, at least one unit, for each day, the first one included. What is
 * not known to cost anything is not nothing: it comes last among its like, and waits its way up.
 */
function keyOf(parameters: Parameters, { sort, asOf }: WorkPage): SortKey {
  const id = 'e.exception_id';
  if (sort === 'opened') return { by: 'e.exception_id', type: 'int8', id };
  if (sort === 'impact') return { by: 'coalesce(abs(e.impact_minor), -1)', type: 'int8', id };
  const days = `greatest(extract(epoch from ${parameters.bind(asOf)}::timestamptz - e.opened_at), 0) / 86400`;
  return {
    by: `round(greatest(abs(coalesce(e.impact_minor, 0)), 100) * (1 + ${days}))`,
    type: 'numeric',
    id,
  };
}

/** `offset 0` keeps a search from being tried row by row along an order's index: few rows match, and each try reads a record. */
function matchingOf(parameters: Parameters, filter: WorkFilter): string {
  const fence = filter.search === undefined ? '' : 'offset 0';
  const columns = 'e.exception_id, e.impact_minor, e.opened_at';
  return `(select ${columns} from exceptions e where ${conditionsOf(parameters, filter)} ${fence})`;
}

function conditionsOf(parameters: Parameters, filter: WorkFilter): string {
  return new Conditions(parameters)
    .and('e.book_id = ?', filter.bookId)
    .and('e.flow_id = ?', filter.flowId)
    .and('e.flow_id = any(?::int[])', filter.flowIds)
    .and('e.flow_id in (select flow_id from flows where connection_id = ?)', filter.connectionId)
    .and('e.exception_id = any(?::int8[])', filter.ids)
    .and('e.state = ?', filter.state)
    .and('e.effect = ?', filter.effect)
    .and('? = any(e.codes)', filter.code)
    .and("coalesce(e.assigned_to, '') = ?", filter.assignee)
    .and(
      `strpos(lower(concat_ws(' ', e.document_key, e.partner,
        (select external_id from records r where r.record_id = e.record_id))), ?) > 0`,
      filter.search?.toLowerCase(),
    )
    .and('abs(e.impact_minor) >= ?', filter.impactMin)
    .and('e.opened_at < ?', filter.before)
    .and('e.opened_at >= ?', filter.openedFrom)
    .and('e.opened_at < ?', filter.openedTo).text;
}

/** How many match. */
export async function countWork(tx: Tx, filter: WorkFilter): Promise<number> {
  const parameters = new Parameters();
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from exceptions e where ${conditionsOf(parameters, filter)}`,
    parameters.values,
  );
  return row!.n;
}

/** Gives open exceptions to a person, or to nobody. Returns how many. */
export async function assignExceptions(
  tx: Tx,
  ids: readonly bigint[],
  { to, by }: { to: string | null; by: string },
): Promise<number> {
  const rows = await tx.query(
    `update exceptions set assigned_to = $2, assigned_at = now(), assigned_by = $3
      where exception_id = any($1::int8[]) and state = 'open' returning exception_id`,
    [listLiteral(ids), to, by],
  );
  return rows.length;
}

export interface CommentRow {
  readonly comment_id: bigint;
  readonly written_at: Date;
  readonly written_by: string;
  readonly text: string;
}

export async function addComment(
  tx: Tx,
  comment: { exceptionId: bigint; by: string; text: string },
): Promise<CommentRow> {
  const [row] = await tx.query<CommentRow>(
    'insert into exception_comments (exception_id, written_by, text) values ($1, $2, $3) returning *',
    [comment.exceptionId, comment.by, comment.text],
  );
  return row!;
}

/** Oldest first. */
export async function listComments(tx: Tx, exceptionId: bigint): Promise<CommentRow[]> {
  return tx.query<CommentRow>(
    'select * from exception_comments where exception_id = $1 order by comment_id limit 1000',
    [exceptionId],
  );
}

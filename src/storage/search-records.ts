import { afterMark, orderBy, Parameters, type SortKey } from './conditions.ts';
import type { Database } from './database.ts';
import {
  type BookGroup,
  documentConditions,
  exceptionConditions,
  recordConditions,
  standsOtherwise,
} from './record-conditions.ts';
import type { FoundPage, RecordQuestion, RecordSearch } from './record-search.ts';

/** A search that takes longer is stopped: it would take the machine from those who post. */
const TIMEOUT_MS = 10_000;

/** Planned for the very values asked for, for pages that are in memory, and for one processor: posting needs the others. */
const PLANNING = [
  'plan_cache_mode = force_custom_plan',
  'random_page_cost = 1.1',
  'max_parallel_workers_per_gather = 0',
  'jit = off',
]
  .map((setting) => `set local ${setting}`)
  .join('; ');

/**
 * Records in the order asked for, one page of them. Every branch of the question is limited by itself, so that each is
 * planned for what it asks: a rare value is looked up and sorted, a common one met soon on the way along the sort's index.
 */
export async function searchRecords(database: Database, asked: RecordQuestion): Promise<FoundPage> {
  const question = { ...asked, limit: asked.limit + 1 };
  const parameters = new Parameters();
  const branches = question.anyOf.flatMap((search) => branchesOf(parameters, search, question));
  if (branches.length === 0) return { recordIds: [], next: null };
  const order = orderBy({ by: `sort_value::${sortType(question)}`, id: 'record_id' }, question);
  const text = `select record_id, sort_value::text from (${branches
    .map((branch) => `(${branch})`)
    .join(' union ')}) found ${order} limit ${parameters.bind(question.limit)}`;
  const rows = await database.transaction(
    async (tx) => {
      await tx.script(PLANNING);
      return tx.query<{ record_id: bigint; sort_value: string }>(text, parameters.values);
    },
    { statementTimeoutMs: TIMEOUT_MS },
  );
  // A record of several documents, or one that two branches know, is shown where it comes first.
  const shown = rows.slice(0, asked.limit);
  const last = shown.at(-1);
  return {
    recordIds: [...new Set(shown.map((row) => row.record_id))],
    next: rows.length > asked.limit && last ? { value: last.sort_value, id: last.record_id } : null,
  };
}

const RECORD_SORTS = {
  received: { by: 'r.received_at', type: 'timestamptz' },
  externalId: { by: 'r.external_id collate "C"', type: 'text' },
} as const;

/** By columns of the document, or of the exception where there is no document yet. */
const DOCUMENT_SORTS = {
  date: { document: 'd.date', exception: 'e.doc_date', type: 'date' },
  amount: { document: 'd.amount_minor', exception: 'e.impact_minor', type: 'int8' },
} as const;

function sortType({ sort }: RecordQuestion): string {
  if (sort === 'externalId') return 'text collate "C"';
  return sort === 'received' ? 'timestamptz' : DOCUMENT_SORTS[sort].type;
}

function branchesOf(parameters: Parameters, search: RecordSearch, question: RecordQuestion): string[] {
  const { sort } = question;
  const isDocument = search.document !== undefined || sort === 'date' || sort === 'amount';
  if (!isDocument) return [plainBranch(parameters, search, question)];
  // What waits, was passed over or could not be read has no document to be found by.
  const states = search.state === undefined ? ['posted', 'held'] : [search.state];
  const isOfException = states.includes('held') && !search.document?.voucher && !search.became;
  return groupsOf(question).flatMap((group) => [
    ...(states.includes('posted') ? [documentBranch(parameters, search, { question, group })] : []),
    ...(isOfException ? [exceptionBranch(parameters, search, { question, group })] : []),
  ]);
}

/** Limits of an amount are constants to the planner, who then knows how rare they are; so are the books they hold in. */
function groupsOf({ books }: RecordQuestion): BookGroup[] {
  const groups = Map.groupBy(
    books,
    ({ amountFromMinor, amountToMinor }) => `${amountFromMinor} ${amountToMinor}`,
  );
  return [...groups.values()].map((group) => ({
    bookIds: group.map(({ bookId }) => bookId),
    amountFromMinor: group[0]?.amountFromMinor ?? null,
    amountToMinor: group[0]?.amountToMinor ?? null,
  }));
}

interface BranchOf {
  readonly question: RecordQuestion;
  readonly group: BookGroup;
}

function plainBranch(parameters: Parameters, search: RecordSearch, question: RecordQuestion): string {
  const { by, type } = question.sort === 'externalId' ? RECORD_SORTS.externalId : RECORD_SORTS.received;
  const key: SortKey = { by, type, id: 'r.record_id' };
  const all = `select r.record_id, ${key.by} as sort_value from records r
    where ${recordConditions(parameters, search, question)} and ${afterMark(parameters, key, question)}
    ${orderBy(key, question)}`;
  const limit = `limit ${parameters.bind(question.limit)}`;
  if (search.state !== 'ignored') return `${all} ${limit}`;
  // In order first, and only then whether they stand otherwise by now: that is asked of one page, not of all.
  return `select r.record_id, r.sort_value from (${all} offset 0) r
    where not ${standsOtherwise(parameters, question)}
    ${orderBy({ by: 'r.sort_value', id: 'r.record_id' }, question)} ${limit}`;
}

function documentBranch(parameters: Parameters, search: RecordSearch, { question, group }: BranchOf): string {
  // Which documents live is said with the document.
  const { state: _, ...rest } = search;
  const ofRecord = recordConditions(parameters, rest, question);
  const ofDocument = documentConditions(parameters, search, { kinds: question.kinds, group });
  const { sort } = question;
  const books = `${parameters.bind(group.bookIds)}::int[]`;
  const limit = parameters.bind(question.limit);
  if (sort === 'received' || sort === 'externalId') {
    const key: SortKey = { ...RECORD_SORTS[sort], id: 'r.record_id' };
    return `select r.record_id, ${key.by} as sort_value from records r
      where ${ofRecord} and r.record_id in (select d.record_id from documents d
                                             where d.book_id = any(${books}) and ${ofDocument})
        and ${afterMark(parameters, key, question)}
      ${orderBy(key, question)} limit ${limit}`;
  }
  const { document: by, type } = DOCUMENT_SORTS[sort];
  const key: SortKey = { by, type, id: 'd.record_id' };
  const record = ofRecord === 'true' ? '' : 'join records r on r.record_id = d.record_id';
  // Book by book, since an index over several books gives no order over all of them.
  return `select found.record_id, found.sort_value from unnest(${books}) as b (book_id) cross join lateral (
      select d.record_id, ${by} as sort_value from documents d ${record}
       where d.book_id = b.book_id and ${by} is not null and ${ofDocument} and ${ofRecord}
         and ${afterMark(parameters, key, question)}
       ${orderBy(key, question)} limit ${limit}) found
    ${orderBy({ by: 'found.sort_value', id: 'found.record_id' }, question)} limit ${limit}`;
}

function exceptionBranch(
  parameters: Parameters,
  search: RecordSearch,
  { question, group }: BranchOf,
): string {
  const { state: _, ...rest } = search;
  const ofRecord = recordConditions(parameters, rest, question);
  const ofException = exceptionConditions(parameters, search, { kinds: question.kinds, group });
  const { sort } = question;
  const { by, type } =
    sort === 'received' || sort === 'externalId'
      ? RECORD_SORTS[sort]
      : { by: DOCUMENT_SORTS[sort].exception, type: DOCUMENT_SORTS[sort].type };
  const key: SortKey = { by, type, id: 'e.record_id' };
  // Without the records where nothing is asked of them, so that an index of exceptions gives the order.
  const isOfRecord = by.startsWith('r.') || ofRecord !== 'true';
  const record = isOfRecord ? 'join records r on r.record_id = e.record_id' : '';
  const isReadable =
    'not exists (select from records n where n.record_id = e.record_id and n.refusal is not null)';
  return `select e.record_id, ${by} as sort_value from exceptions e ${record}
     where ${ofException} and ${isReadable} and ${by} is not null and ${ofRecord}
       and ${afterMark(parameters, key, question)}
     ${orderBy(key, question)} limit ${parameters.bind(question.limit)}`;
}

import { parseAmount } from '#core/money/amount.ts';
import type { Database } from '#storage/database.ts';
import { factsOfRecords } from '#storage/record-facts.ts';
import type { RecordQuestion, RecordSearch, RecordSort } from '#storage/record-search.ts';
import { searchRecords } from '#storage/search-records.ts';
import { listVouchers } from '#storage/voucher-list.ts';
import { fillLane } from './fill-lane.ts';
import { postAll } from './posting.ts';
import { type BenchBook, openWorld } from './world.ts';

const SAMPLE = 10_000;
const PAGE = 50_000;
const LIMIT = 100;
const WARM_UP = 2;
const SORTS: readonly RecordSort[] = ['received', 'externalId', 'date', 'amount'];

/**
 * Searches among a million records of two books (a fiftieth of that when quick): every filter with every sort, first and
 * later pages, as the API asks them. Most are posted, one in a hundred is on hold, one in a hundred passed over, some
 * wait. The rows are copies of posted ones, made set-wise by SQL with triggers off, spread over a year.
 */
export async function benchSearch({ quick }: { quick: boolean }) {
  const count = quick ? 20_000 : 1_000_000;
  const tries = quick ? 4 : 6;
  const world = await openWorld(2);
  try {
    for (const book of world.books) {
      await fillLane(world.database, book, { from: 0, count: SAMPLE / 2 });
    }
    await postAll(world, SAMPLE);
    for (const book of world.books) await grow(world.database, book, count / 2);
    await world.database.script('vacuum analyze');
    const timings = await measureAll(world.database, world.books, tries);
    const all = timings.flatMap(({ ms }) => ms).toSorted((a, b) => a - b);
    const slowest = timings
      .map(({ name, ms }) => ({ name, p95Ms: percentile(ms, 0.95) }))
      .toSorted((a, b) => b.p95Ms - a.p95Ms)
      .slice(0, 8);
    return {
      records: count,
      questions: timings.length,
      p50Ms: percentile(all, 0.5),
      p95Ms: percentile(all, 0.95),
      maxMs: all.at(-1)!,
      slowest,
    };
  } finally {
    await world.close();
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

interface Timing {
  readonly name: string;
  readonly ms: readonly number[];
}

async function measureAll(database: Database, books: readonly BenchBook[], tries: number): Promise<Timing[]> {
  const timings: Timing[] = [];
  for (const [filter, search] of Object.entries(filtersOf(books[0]!))) {
    for (const sort of SORTS) {
      for (const direction of ['desc', 'asc'] as const) {
        const needsDocument = sort === 'date' || sort === 'amount';
        if (needsDocument && (search.state === 'waiting' || search.state === 'ignored')) continue;
        const question = { ...within(books), anyOf: [search], sort, direction, limit: LIMIT };
        timings.push({
          name: `${filter} by ${direction === 'desc' ? '-' : ''}${sort}`,
          ms: await measure(database, question, tries),
        });
      }
    }
  }
  for (const sort of ['entered', 'date', 'number', 'amount'] as const) {
    timings.push({
      name: `vouchers of a month by ${sort}`,
      ms: await measureVouchers(database, books[0]!, { sort, tries }),
    });
  }
  return timings;
}

/** The page, and the one after it, each with the facts that a list shows. */
async function measure(database: Database, question: RecordQuestion, tries: number): Promise<number[]> {
  const ms: number[] = [];
  for (let i = -WARM_UP; i < tries; i++) {
    let after: RecordQuestion['after'];
    for (let page = 0; page < 2; page++) {
      const startedAt = performance.now();
      const found = await searchRecords(database, { ...question, ...(after ? { after } : {}) });
      await factsOfRecords(database, found.recordIds);
      if (i >= 0) ms.push(performance.now() - startedAt);
      if (found.next === null) break;
      after = found.next;
    }
  }
  return ms;
}

async function measureVouchers(
  database: Database,
  book: BenchBook,
  { sort, tries }: { sort: 'entered' | 'date' | 'number' | 'amount'; tries: number },
): Promise<number[]> {
  const ms: number[] = [];
  for (let i = -WARM_UP; i < tries; i++) {
    const startedAt = performance.now();
    await listVouchers(database, { bookId: book.bookId, period: 202606, sort, page: { limit: LIMIT } });
    if (i >= 0) ms.push(performance.now() - startedAt);
  }
  return ms;
}

function within(books: readonly BenchBook[]): Pick<RecordQuestion, 'books' | 'kinds'> {
  return {
    books: books.map(({ bookId }) => ({
      bookId,
      amountFromMinor: minor('500.00'),
      amountToMinor: minor('520.00'),
    })),
    kinds: ['order'],
  };
}

function minor(text: string): bigint {
  const amount = parseAmount(text, 'CNY');
  if (!amount.ok) throw new Error(text);
  return amount.value;
}

const DAY = new Date('2026-06-10T00:00:00+08:00');
const NEXT_DAY = new Date('2026-06-11T00:00:00+08:00');

function filtersOf({ connectionId }: BenchBook): Record<string, RecordSearch> {
  return {
    all: {},
    posted: { state: 'posted' },
    held: { state: 'held' },
    ignored: { state: 'ignored' },
    waiting: { state: 'waiting' },
    prefix: { externalPrefix: 'OLD1234' },
    'wide prefix': { externalPrefix: 'OLD' },
    number: { document: { number: 'OLD123456' } },
    voucher: { document: { voucher: { word: '记', number: 12_345 } } },
    amount: { document: { isAmount: true } },
    partner: { document: { partners: ['C31'] } },
    'a day': { receivedFrom: DAY, receivedTo: NEXT_DAY },
    'connection, posted, a day': { connectionId, state: 'posted', receivedFrom: DAY, receivedTo: NEXT_DAY },
    'connection, amount': { connectionId, document: { isAmount: true } },
    'dates, partner': { document: { dateFrom: '2026-06-01', dateTo: '2026-06-30', partners: ['C31'] } },
    'held, a day': { state: 'held', receivedFrom: DAY, receivedTo: NEXT_DAY },
  };
}

async function grow(database: Database, book: BenchBook, upTo: number): Promise<void> {
  const [row] = await database.query<{ n: bigint }>(
    'select next_voucher_id - 1 as n from book_counters where book_id = $1',
    [book.bookId],
  );
  const model = Number(row!.n);
  for (let have = model; have < upTo; have += PAGE) {
    const size = Math.min(PAGE, upTo - have);
    await database.transaction(
      async (tx) => {
        await tx.script("set local session_replication_role = 'replica'");
        for (const statement of copies({ ...book, have, size, model, upTo })) await tx.script(statement);
      },
      { statementTimeoutMs: 600_000 },
    );
  }
}

/** One in a hundred is held, one passed over, and of the last thousand every tenth waits. */
function copies({
  bookId,
  connectionId,
  flowId,
  flowVersionId,
  have,
  size,
  model,
  upTo,
}: BenchBook & { have: number; size: number; model: number; upTo: number }): string[] {
  const id = `${have} + g.i`;
  const at = `timestamptz '2026-01-01 00:00+08' + (${id}) * interval '${Math.floor((364 * 86_400) / upTo)} seconds'`;
  const twin = `join documents d on d.book_id = ${bookId} and d.document_id = 1 + (g.i % ${model})`;
  const from = `from generate_series(1, ${size}) as g (i)`;
  return [
    `insert into records (connection_id, kind, external_id, content_hash, media_type, raw, received_at)
     select ${connectionId}, r.kind, 'OLD' || (${id}), sha256(('OLD' || ${connectionId} || (${id}))::bytea), r.media_type, r.raw, ${at}
       ${from} ${twin} join records r using (record_id) order by g.i`,
    `create temporary table made on commit drop as
     select record_id, substr(external_id, 4)::int as n from records
      where connection_id = ${connectionId} and external_id like 'OLD%' and substr(external_id, 4)::int > ${have}`,
    `insert into documents (book_id, document_id, record_id, flow_version_id, kind, number, date, currency, state, voucher_id, digest,
                            body, provenance, amount_minor, partner)
     select d.book_id, 1000000000 + ${id}, m.record_id, d.flow_version_id, d.kind, 'OLD' || (${id}), (${at})::date, d.currency, 'posted',
            ${id}, d.digest, d.body, d.provenance, (((${id})::int8 * 7919) % 90000000), 'C' || (((${id})::int8 * 31) % 10000)
       ${from} ${twin} join made m on m.n = ${id} where (${id}) % 100 not in (0, 1) and ((${id}) < ${upTo - 1_000} or (${id}) % 10 <> 5)`,
    `insert into exceptions (book_id, flow_id, flow_version_id, record_id, effect, codes, findings, document_key, partner, impact_minor, doc_date, opened_at)
     select ${bookId}, ${flowId}, ${flowVersionId}, m.record_id, 'hold', '{total_mismatch}', '[]', 'order OLD' || (${id}), 'C' || (((${id})::int8 * 31) % 10000),
            (((${id})::int8 * 7919) % 90000000), (${at})::date, ${at}
       ${from} join made m on m.n = ${id} where (${id}) % 100 = 0`,
    `insert into ignored_records (flow_id, record_id, reason, at)
     select ${flowId}, m.record_id, 'no_document_applies', ${at} ${from} join made m on m.n = ${id} where (${id}) % 100 = 1`,
    `insert into lane (book_id, record_id, flow_id, flow_version_id)
     select ${bookId}, m.record_id, ${flowId}, ${flowVersionId} ${from} join made m on m.n = ${id}
      where (${id}) % 100 > 1 and (${id}) >= ${upTo - 1_000} and (${id}) % 10 = 5`,
    `insert into voucher_lines (book_id, voucher_id, line_no, account_id, set_id, debit_minor, credit_minor, currency, amount_minor, rate, summary)
     select l.book_id, ${id}, l.line_no, l.account_id, l.set_id, l.debit_minor, l.credit_minor, l.currency, l.amount_minor, l.rate, l.summary
       ${from} join voucher_lines l on l.book_id = ${bookId} and l.voucher_id = 1 + (g.i % ${model})`,
    `insert into vouchers (book_id, voucher_id, posting_id, period, word, number, date, kind, attachment_count, prepared_by, source_kinds,
                           flow_version_id, total_minor, hash)
     select v.book_id, ${id}, v.posting_id, to_char((${at})::date, 'YYYYMM')::int, v.word, ${id}, (${at})::date, v.kind, v.attachment_count,
            v.prepared_by, v.source_kinds, v.flow_version_id, (((${id})::int8 * 7919) % 90000000), v.hash
       ${from} join vouchers v on v.book_id = ${bookId} and v.voucher_id = 1 + (g.i % ${model})`,
    `update book_counters set next_voucher_id = greatest(next_voucher_id, ${have + size + 1}) where book_id = ${bookId}`,
  ];
}

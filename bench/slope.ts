import type { Database } from '#storage/database.ts';
import { fillLane } from './fill-lane.ts';
import { postAll } from './posting.ts';
import { type BenchBook, openWorld } from './world.ts';

const SAMPLE = 20_000;
const PAGE = 100_000;

/**
 * The rate of posting at 0, 1 M and 3 M existing vouchers (a hundredth of that when quick) in one book. The existing ones are
 * copies of posted rows, made by SQL with triggers off; records, documents, lines and indexes grow alike.
 */
export async function benchSlope({ quick }: { quick: boolean }) {
  const sample = quick ? 5_000 : SAMPLE;
  const stops = quick ? [0, 10_000, 30_000] : [0, 1_000_000, 3_000_000];
  const world = await openWorld(1);
  const book = world.books[0]!;
  try {
    let next = 0;
    const post = async () => {
      await fillLane(world.database, book, { from: next, count: sample });
      next += sample;
      return postAll(world, sample);
    };
    await post();
    const points: { vouchers: number; perSecond: number }[] = [];
    for (const stop of stops) {
      await grow(world.database, book, { upTo: stop, model: sample });
      await world.database.script('checkpoint');
      points.push({ vouchers: stop, perSecond: await best([post, post, post]) });
    }
    const lost = 1 - points.at(-1)!.perSecond / points[0]!.perSecond;
    return { points, lost };
  } finally {
    await world.close();
  }
}

/** The best of some tries: what a noisy machine took from the others is not the product's. */
async function best(tries: readonly (() => Promise<number>)[]): Promise<number> {
  let highest = 0;
  for (const attempt of tries) highest = Math.max(highest, await attempt());
  return highest;
}

async function grow(
  database: Database,
  { bookId, connectionId }: BenchBook,
  { upTo, model }: { upTo: number; model: number },
) {
  const [row] = await database.query<{ n: bigint }>(
    'select next_voucher_id - 1 as n from book_counters where book_id = $1',
    [bookId],
  );
  for (let have = Number(row!.n); have < upTo; have += PAGE) {
    const size = Math.min(PAGE, upTo - have);
    await database.transaction(
      async (tx) => {
        await tx.script("set local session_replication_role = 'replica'");
        for (const statement of copies({ bookId, connectionId, have, size, model }))
          await tx.script(statement);
      },
      { statementTimeoutMs: 600_000 },
    );
  }
  await database.script('vacuum analyze');
}

/** Statements that copy `size` vouchers with everything that belongs to them, under new ids and names. */
function copies({
  bookId,
  connectionId,
  have,
  size,
  model,
}: {
  bookId: number;
  connectionId: number;
  have: number;
  size: number;
  model: number;
}): string[] {
  const from = `from generate_series(1, ${size}) as g (i) join`;
  const twin = `1 + (g.i % ${model})`;
  const id = `${have} + g.i`;
  return [
    `insert into records (connection_id, kind, external_id, content_hash, media_type, raw)
     select ${connectionId}, r.kind, 'OLD' || (${id}), sha256(('OLD' || (${id}))::bytea), r.media_type, r.raw
       ${from} documents d on d.book_id = ${bookId} and d.document_id = ${twin} join records r using (record_id)`,
    `insert into documents select d.book_id, 1000000000 + ${id}, d.record_id, d.flow_version_id, d.kind, 'OLD' || (${id}), d.date,
            d.currency, d.state, ${id}, d.run_id, d.changed_at, d.digest, d.likeness, d.body, d.provenance, d.flags
       ${from} documents d on d.book_id = ${bookId} and d.document_id = ${twin}`,
    `insert into voucher_lines select l.book_id, ${id}, l.line_no, l.account_id, l.set_id, l.debit_minor, l.credit_minor, l.currency,
            l.amount_minor, l.rate, l.quantity, l.unit_price, l.summary, l.template_line
       ${from} voucher_lines l on l.book_id = ${bookId} and l.voucher_id = ${twin}`,
    `insert into vouchers select v.book_id, ${id}, v.posting_id, v.period, v.word, ${id}, v.date, v.kind, null, v.attachment_count,
            v.prepared_by, v.reviewed_by, v.source_kinds, v.flow_version_id, v.total_minor, v.hash
       ${from} vouchers v on v.book_id = ${bookId} and v.voucher_id = ${twin}`,
    `insert into postings select book_id, next_posting_id, ${have + 1}, ${have + size}, ${3 * size}, pg_current_xact_id(), now(), 'bench', '', '', ''
       from book_counters where book_id = ${bookId}`,
    `update book_counters set next_voucher_id = next_voucher_id + ${size}, next_posting_id = next_posting_id + 1 where book_id = ${bookId}`,
    `update voucher_numbers set last_number = ${have + size} where book_id = ${bookId}`,
  ];
}

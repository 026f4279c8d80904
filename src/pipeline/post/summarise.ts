import { headlineOf } from '#core/documents/headline.ts';
import { restoreDocument } from '#core/documents/serialise.ts';
import { type Journalized, journalize } from '#core/journalize/journalize.ts';
import { checkVoucher } from '#core/validation/check-voucher.ts';
import type { Finding } from '#core/validation/finding.ts';
import { type BookHead, readBookHead, writeBookHead } from '#storage/book-head.ts';
import { countSummarised } from '#storage/counting.ts';
import type { Database, Tx } from '#storage/database.ts';
import {
  type DocumentRow,
  reverseDocuments,
  runsToSummarise,
  settleStaged,
  stagedDocuments,
} from '#storage/documents.ts';
import { openExceptions } from '#storage/exceptions.ts';
import { findFlowVersion } from '#storage/flows.ts';
import { tryLockBook } from '#storage/ledger.ts';
import type { CachedBook, PublishedFlow } from './book-cache.ts';
import { stops } from './check-entries.ts';
import { oweVouchers } from './owe-vouchers.ts';
import type { PostContext } from './post-batch.ts';
import { type Stakes, stakesOf } from './stakes.ts';
import { writeVouchers } from './write-vouchers.ts';

/**
 * Makes summarised vouchers (汇总凭证) of the documents that runs have left staged, once all of a run is mapped.
 * What comes in a later run for the same day and store becomes a further voucher: posted ones never change.
 * Returns how many documents were settled.
 */
export async function summariseRuns(context: PostContext & { database: Database }): Promise<number> {
  let settled = 0;
  for (const run of await runsToSummarise(context.database, context.today())) {
    settled += await summariseRun(context, run);
  }
  return settled;
}

interface RunOfBook {
  readonly bookId: number;
  /** Null: what came one by one, without a run. */
  readonly runId: bigint | null;
}

async function summariseRun(context: PostContext & { database: Database }, run: RunOfBook): Promise<number> {
  const done = await context.database.transaction(async (tx) => {
    if (!(await tryLockBook(tx, run.bookId))) return { settled: 0, remember: () => undefined };
    const head = await readBookHead(tx, run.bookId);
    const cached = await context.cache.book(tx, run.bookId, head.masterVersion);
    const rows = await stagedDocuments(tx, run.bookId, { runId: run.runId, today: context.today() });
    return summariseRows(tx, context, { cached, head, rows });
  });
  done.remember();
  return done.settled;
}

interface Summary {
  readonly flow: PublishedFlow;
  readonly rows: readonly DocumentRow[];
  readonly journalized: Journalized;
  readonly findings: readonly Finding[];
}

async function summariseRows(
  tx: Tx,
  context: PostContext,
  { cached, head, rows }: { cached: CachedBook; head: BookHead; rows: readonly DocumentRow[] },
): Promise<{ settled: number; remember: () => void }> {
  const summaries: Summary[] = [];
  for (const [versionId, ofFlow] of Map.groupBy(rows, (row) => row.flow_version_id)) {
    const flow = await context.cache.flow(tx, versionId, cached.book);
    summaries.push(...draftSummaries(context, { cached, flow, rows: ofFlow }));
  }
  const good = summaries.filter(({ findings, journalized }) => journalized.draft && !stops(findings, []));
  await holdSummaries(
    tx,
    cached,
    summaries.filter((summary) => !good.includes(summary)),
  );
  const drafts = good.map(({ journalized, flow }) => ({
    draft: journalized.draft!,
    flowVersionId: flow.flowVersionId,
  }));
  const written = await writeVouchers(tx, context.cache, {
    book: cached.book,
    head,
    drafts,
    postedBy: context.postedBy,
  });
  await written.written;
  await writeBookHead(tx, cached.book.id, head);
  const stood = good.flatMap((summary, i) =>
    summary.rows.map((row) => ({ documentId: row.document_id, voucherId: written.vouchers[i]!.id })),
  );
  await settleStaged(tx, cached.book.id, stood);
  await countSummarised(
    tx,
    cached.book.id,
    stood.map(({ documentId }) => documentId),
  );
  const vouchers = drafts.map(({ flowVersionId }, i) => ({ flowVersionId, voucher: written.vouchers[i]! }));
  await oweVouchers(tx, context.cache, { cached, vouchers });
  return { settled: rows.length, remember: written.remember };
}

function draftSummaries(
  context: PostContext,
  { cached, flow, rows }: { cached: CachedBook; flow: PublishedFlow; rows: readonly DocumentRow[] },
): Summary[] {
  const { book } = cached;
  const results = journalize(
    rows.map((row) => restoreDocument(row.body, row.provenance)),
    flow.compiled.templates,
    book,
    { preparedBy: context.postedBy },
  );
  return results.map((journalized) => ({
    flow,
    rows: journalized.documents.map((i) => rows[i]!),
    journalized,
    findings: journalized.draft
      ? checkVoucher(journalized.draft, { book, today: context.today() })
      : journalized.findings,
  }));
}

/** A summary that cannot be posted puts every record behind it on hold; its documents make room for the repair. */
async function holdSummaries(tx: Tx, cached: CachedBook, held: readonly Summary[]): Promise<void> {
  if (held.length === 0) return;
  await reverseDocuments(
    tx,
    cached.book.id,
    held.flatMap(({ rows }) => rows.map((row) => row.document_id)),
  );
  for (const { rows, findings } of held) {
    const version = await findFlowVersion(tx, rows[0]!.flow_version_id);
    await openExceptions(
      tx,
      rows.map((row) => ({
        bookId: cached.book.id,
        flowId: version!.flow_id,
        flowVersionId: row.flow_version_id,
        recordId: row.record_id,
        runId: row.run_id,
        findings,
        ...stakesOfRow(cached, row),
      })),
    );
  }
}

function stakesOfRow({ book }: CachedBook, { body, provenance }: DocumentRow): Stakes {
  const document = restoreDocument(body, provenance);
  return stakesOf(book, { documents: [{ document, headline: headlineOf(document) }], sketch: null });
}

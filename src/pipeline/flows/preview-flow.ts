import type { Document } from '#core/documents/document.ts';
import { type Journalized, journalize } from '#core/journalize/journalize.ts';
import { type ExplainedDocument, explainMapping } from '#core/mapping/explain-mapping.ts';
import type { PostContext } from '#pipeline/post/post-batch.ts';
import { readBookHead } from '#storage/book-head.ts';
import type { Tx } from '#storage/database.ts';
import { findRecord } from '#storage/records.ts';
import { type Trial, type Tried, tryFlow, tryRecord } from './try-flow.ts';

export interface Preview extends Trial {
  /** Stored records to look at as well. */
  readonly recordIds: readonly bigint[];
}

/** What would become of one record, and how. */
export interface Previewed {
  readonly tried: Tried;
  /** What mapping made of it, with where each value came from. */
  readonly documents: readonly Document[];
  /** Vouchers as the template writes them, whatever stands in the book already: not numbered, not summarised with others. */
  readonly drafts: readonly Journalized[];
  readonly explained: readonly ExplainedDocument[];
}

/**
 * What a draft of a flow makes of samples and stored records, with every step of the way. The outcome is that of the code
 * which does it for good; the caller rolls the transaction back.
 */
export async function previewFlow(tx: Tx, context: PostContext, preview: Preview): Promise<Previewed[]> {
  const { flow, version, samples, recordIds } = preview;
  const tried = await tryFlow(tx, context, preview);
  const raws: Uint8Array[] = [...samples];
  for (const recordId of recordIds) {
    const record = await findRecord(tx, recordId);
    const one = record && (await tryRecord(tx, context, { flow, version, recordId }));
    if (!one) continue;
    tried.push(one);
    raws.push(record.raw);
  }
  const look = await openLooking(tx, context, preview);
  return tried.map((one, i) => ({ tried: one, ...look(parsed(raws[i])) }));
}

async function openLooking(tx: Tx, { cache, postedBy }: PostContext, { flow, version }: Preview) {
  const { masterVersion } = await readBookHead(tx, flow.book_id);
  const { book, crosswalk } = await cache.book(tx, flow.book_id, masterVersion);
  const { compiled } = await cache.flow(tx, version.flow_version_id, book);
  const { baseCurrency } = book;
  return (raw: unknown): Omit<Previewed, 'tried'> => {
    const [mapped] = compiled.run([raw], { crosswalk });
    const documents = mapped?.documents ?? [];
    const drafts = documents.flatMap((one) =>
      journalize([one], compiled.templates, book, { preparedBy: postedBy }),
    );
    return { documents, drafts, explained: explainMapping(compiled.flow, raw, { baseCurrency, crosswalk }) };
  };
}

function parsed(raw: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(raw ?? []).toString());
  } catch {
    return null;
  }
}

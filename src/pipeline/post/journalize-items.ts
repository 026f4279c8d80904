import type { Document } from '#core/documents/document.ts';
import { journalize } from '#core/journalize/journalize.ts';
import type { Book } from '#core/ledger/book.ts';
import type { VoucherDraft } from '#core/ledger/voucher.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { Candidate } from './candidate.ts';
import type { Digested } from './decide-documents.ts';

/** One document on its way into the book. */
export interface Entry {
  readonly candidate: Candidate;
  readonly digested: Digested;
  readonly document: Document;
  /** The voucher of this document alone; null exactly when there are findings. */
  readonly draft: VoucherDraft | null;
  /** The document waits to be summarised with others: its draft is only checked, not posted. */
  readonly staged: boolean;
  readonly findings: readonly Finding[];
}

/** Makes a draft of each document. One whose template summarises is drafted alone too, so that it is held alone. */
export function journalizeItems(book: Book, candidates: readonly Candidate[], preparedBy: string): Entry[] {
  return candidates.flatMap((candidate) =>
    candidate.post.map((digested) => {
      const { document } = digested;
      const { compiled } = candidate.mapped.flow;
      const [journalized] = journalize([document], compiled.templates, book, { preparedBy });
      const { draft, findings } = journalized!;
      const staged = draft !== null && compiled.templateOf(document)?.summarise !== undefined;
      return { candidate, digested, document, draft, staged, findings };
    }),
  );
}

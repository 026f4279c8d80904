import type { PostingHead } from '#pipeline/audit/checkpoint.ts';
import { hashesOfPostings } from '#storage/audit-tree.ts';
import type { Tx } from '#storage/database.ts';
import type { BookDifference } from './book-difference.ts';

interface Seal extends PostingHead {
  /** Of the checkpoint that says so. */
  readonly sequence: bigint;
  /** Said by the signed checkpoint, or by the log alone, which may have been rewritten together with the chain. */
  readonly isSigned: boolean;
}

/** Compares what checkpoints say of the posting chains with the chains as they are: a rewritten one has other hashes. */
export class PostingSeals {
  readonly #tx: Tx;
  readonly #found: (difference: BookDifference) => void;
  /** What is not compared yet. */
  #waiting: Seal[] = [];
  /** Up to which posting each book is as it was sealed; null once it was found not to be. */
  readonly #sealed = new Map<string, bigint | null>();

  constructor(tx: Tx, found: (difference: BookDifference) => void) {
    this.#tx = tx;
    this.#found = found;
  }

  add(
    { sequence, isSigned }: { readonly sequence: bigint; readonly isSigned: boolean },
    heads: readonly PostingHead[],
  ): void {
    for (const head of heads) this.#waiting.push({ ...head, sequence, isSigned });
  }

  /** Compares what has been added since. */
  async compare(): Promise<void> {
    const seals = this.#waiting;
    this.#waiting = [];
    if (seals.length === 0) return;
    const hashes = await hashesOfPostings(this.#tx, seals);
    for (const [i, seal] of seals.entries()) this.#compareOne(seal, hashes[i] ?? null);
  }

  /** The first difference of a book is told; those behind it follow from it, each posting being chained to the one before. */
  #compareOne({ book, postingId, hash, sequence, isSigned }: Seal, stored: Buffer | null): void {
    const good = this.#sealed.get(book) ?? 0n;
    if (this.#sealed.get(book) === null) return;
    if (stored?.toString('hex') === hash) {
      if (isSigned && postingId > good) this.#sealed.set(book, postingId);
      return;
    }
    this.#sealed.set(book, null);
    const first = good < postingId ? good + 1n : postingId;
    const posting = first === postingId ? String(postingId) : `${first}–${postingId}`;
    const code = stored === null ? 'verify_posting_cut' : 'verify_posting_rewritten';
    const params = { posting, sequence: String(sequence) };
    this.#found({ book, refusal: { code, at: `posting ${posting}`, params } });
  }
}

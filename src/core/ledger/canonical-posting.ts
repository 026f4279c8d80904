/** What a posting says of itself: which vouchers it put into the book, who did it, and when. */
export interface PostingFacts {
  readonly bookId: number;
  readonly postingId: bigint;
  readonly firstVoucherId: bigint;
  readonly lastVoucherId: bigint;
  readonly lineCount: number;
  /** To the millisecond. */
  readonly postedAt: Date;
  readonly postedBy: string;
}

/** Names the layout; a hash is only ever compared with one of the same layout. */
const LAYOUT = 'tongzhang-posting-2';

/** The one text of a posting, for hashing. `root` stands for its vouchers, `previous` for everything before it; both hex. */
export function canonicalPosting(
  posting: PostingFacts,
  { root, previous }: { readonly root: string; readonly previous: string },
): string {
  return JSON.stringify([
    LAYOUT,
    posting.bookId,
    String(posting.postingId),
    String(posting.firstVoucherId),
    String(posting.lastVoucherId),
    posting.lineCount,
    posting.postedAt.toISOString(),
    posting.postedBy,
    root,
    previous,
  ]);
}

import type { Refusal } from '#core/trouble/trouble.ts';

/** Something that is not as it was posted. The text of the refusal says where, why and what to do. */
export interface BookDifference {
  /** Null: the audit log, which belongs to no book. */
  readonly book: string | null;
  readonly refusal: Refusal;
}

import type { LivingDocument } from '#storage/documents.ts';
import type { Digested } from './decide-documents.ts';
import type { MappedItem } from './map-items.ts';

/** An item whose documents are to be posted, and what they replace. */
export interface Candidate {
  readonly mapped: MappedItem;
  readonly post: readonly Digested[];
  readonly reverse: readonly LivingDocument[];
}

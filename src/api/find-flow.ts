import type { FlowSeen, Sight } from '#access/sight.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { DirectoryEntry, PublishedEntry } from '#pipeline/flows/flow-directory.ts';
import type { ApiContext } from './api-context.ts';

/** A flow that takes documents now: published, switched on, and of this book. Anything else ends the request. */
export async function requireOpenFlow(
  { flows }: Pick<ApiContext, 'flows'>,
  { code, book, sight }: { code: string; book: string; sight: Sight },
): Promise<DirectoryEntry & { readonly published: PublishedEntry }> {
  const entry = await flows.find(code);
  if (!entry || !isSeen(entry, sight)) {
    throw new RefusalError({ code: 'not_found', params: { kind: 'flow', id: code } });
  }
  const { flow, published } = entry;
  if (!published) throw new RefusalError({ code: 'flow_not_published', at: 'flow', params: { flow: code } });
  if (!flow.enabled) throw new RefusalError({ code: 'flow_disabled', at: 'flow', params: { flow: code } });
  if (published.book.code !== book) {
    const params = { flow: code, book, other: published.book.code };
    throw new RefusalError({ code: 'flow_of_other_book', at: 'flow', params });
  }
  if (!sight.kinds(seenAs(published))) {
    throw new RefusalError({ code: 'forbidden', params: { permission: 'documents:post', book } });
  }
  return { flow, published };
}

function isSeen({ published }: DirectoryEntry, sight: Sight): boolean {
  return sight.isUnlimited || (published !== null && sight.flow(seenAs(published)));
}

/** Where what comes of a published flow belongs. */
export function seenAs({ book, definition }: PublishedEntry): FlowSeen {
  return { book: book.code, kinds: definition.documents.map(({ kind }) => kind) };
}

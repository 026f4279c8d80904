import { RefusalError } from '#core/trouble/trouble.ts';
import type { DirectoryEntry, PublishedEntry } from '#pipeline/flows/flow-directory.ts';
import type { ApiContext } from './api-context.ts';

/** A flow that takes documents now: published, switched on, and of this book. Anything else ends the request. */
export async function requireOpenFlow(
  { flows }: Pick<ApiContext, 'flows'>,
  { code, book }: { code: string; book: string },
): Promise<DirectoryEntry & { readonly published: PublishedEntry }> {
  const entry = await flows.find(code);
  if (!entry) throw new RefusalError({ code: 'not_found', params: { kind: 'flow', id: code } });
  const { flow, published } = entry;
  if (!published) throw new RefusalError({ code: 'flow_not_published', at: 'flow', params: { flow: code } });
  if (!flow.enabled) throw new RefusalError({ code: 'flow_disabled', at: 'flow', params: { flow: code } });
  if (published.book.code !== book) {
    const params = { flow: code, book, other: published.book.code };
    throw new RefusalError({ code: 'flow_of_other_book', at: 'flow', params });
  }
  return { flow, published };
}

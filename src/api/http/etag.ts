import { createHash } from 'node:crypto';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { RawRequest } from './route.ts';

/** The tag of a thing as it stands: other content, other tag. */
export function etagOf(thing: unknown): string {
  const text = JSON.stringify(thing, (_, value) => (typeof value === 'bigint' ? String(value) : value));
  return `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
}

/** Ends the request when it was meant for another state of the thing. Without `If-Match` the last one wins. */
export function requireMatch({ headers }: RawRequest, thing: unknown): void {
  const wanted = headers['if-match'];
  if (typeof wanted !== 'string' || wanted.trim() === '*') return;
  const tags = wanted.split(',').map((tag) => tag.trim());
  if (!tags.includes(etagOf(thing))) throw new RefusalError({ code: 'changed_meanwhile', at: 'If-Match' });
}

import { createHash, timingSafeEqual } from 'node:crypto';
import { RefusalError } from '#core/trouble/trouble.ts';

/**
 * A check of `Authorization: Bearer …` that takes the same time for every wrong token.
 * Everything is denied unless it shows the token of this installation.
 */
export function bearerCheck(token: string): (header: string | undefined) => void {
  const expected = digest(token);
  return (header) => {
    const given = /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1] ?? '';
    if (!timingSafeEqual(digest(given), expected)) {
      throw new RefusalError({ code: 'unauthorized', at: 'Authorization' });
    }
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

import { type Params, RefusalError } from '#core/trouble/trouble.ts';
import { SHOWN_CHARS_MAX } from './limits.ts';

/** The file as a whole goes no further. What has been read before stays valid; the reader adds file and row. */
export function refuseFile(code: string, params: Params = {}, at?: string): never {
  throw new RefusalError(at === undefined ? { code, params } : { code, at, params });
}

/** Long enough to recognise a cell in a message, short enough to read the message. */
export function shown(text: string): string {
  return text.length > SHOWN_CHARS_MAX ? `${text.slice(0, SHOWN_CHARS_MAX)}…` : text;
}

import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Trouble } from './answer.ts';
import { languageOf } from './language.ts';
import { problem } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

/** What Node says of bytes it could not read as a request. */
interface Unread extends Error {
  readonly code?: string;
  readonly rawPacket?: unknown;
}

/** Answers what never became a request like any other trouble, repeats nothing of it, and hangs up. */
export function answerUnread(error: Unread, socket: Socket): void {
  const trouble = troubleOf(error.code ?? '');
  if (trouble === null || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, headers, body } = problem(trouble, { language: wishOf(error), instance: '/' });
  const text = JSON.stringify(body);
  const lines = Object.entries({
    ...securityHeaders('encrypted' in socket),
    ...headers,
    'content-length': Buffer.byteLength(text),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`);
  socket.write([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', text].join('\r\n'));
  socket.destroySoon();
}

/** Null where nobody listens: a caller who hung up, or who does not speak TLS. */
function troubleOf(code: string): Trouble | null {
  if (code === 'HPE_HEADER_OVERFLOW') return { code: 'headers_too_big' };
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return { code: 'request_too_slow' };
  if (code === 'HPE_INVALID_URL') return { code: 'address_invalid', status: 400 };
  return code.startsWith('HPE_') ? { code: 'request_unreadable' } : null;
}

/** The reader's language, as far as the header can be seen in what arrived. */
function wishOf({ rawPacket }: Unread) {
  const arrived = Buffer.isBuffer(rawPacket) ? rawPacket.toString('latin1') : '';
  return languageOf(/^accept-language:(.*)$/im.exec(arrived)?.[1]);
}

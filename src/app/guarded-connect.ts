import { connect, type Socket } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { SocketAddress } from '#access/sign-on/directory.ts';
import { type FetchGuard, guardedLookup, isAllowed, refusedAddress } from './guarded-fetch.ts';

/** A TCP connection to an address that outward calls may have: for protocols that are not HTTP. */
export function guardedConnect(guard: FetchGuard): (to: SocketAddress) => Promise<Socket> {
  return async ({ host, port, timeoutMs }) => {
    // A literal address is never resolved, so the lookup would not see it.
    if (ipaddr.isValid(host) && !isAllowed(host, guard)) throw refusedAddress(host);
    return opened(connect({ host, port, lookup: guardedLookup(guard) }), timeoutMs);
  };
}

function opened(socket: Socket, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => socket.destroy(new Error('ETIMEDOUT')), timeoutMs);
    const failed = (error: Error) => {
      clearTimeout(late);
      reject(error);
    };
    socket.once('error', failed);
    socket.once('connect', () => {
      clearTimeout(late);
      socket.off('error', failed);
      resolve(socket);
    });
  });
}

import { isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import { Client, type ClientOptions } from 'ldapts';
import type { LdapSettings } from './ldap-settings.ts';

export interface DirectoryPorts {
  /** A connected TCP socket; guarded against calls inwards. */
  readonly connect: (to: SocketAddress) => Promise<Socket>;
}

export interface SocketAddress {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
}

const ANSWERS_BYTES_MAX = 16 * 2 ** 20;
/** A sign-on is a handful of questions; all together may take this many times as long as one. */
const QUESTIONS = 3;

/**
 * Runs `work` on a connection to the directory that is encrypted and whose certificate is checked: from the first byte
 * (`ldaps`), or before anything but StartTLS is said (`ldap`). There is no way to do without. It is closed afterwards,
 * or torn when everything together takes too long.
 */
export async function inDirectory<T>(
  settings: LdapSettings,
  { connect }: DirectoryPorts,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const timeoutMs = settings.timeoutSeconds * 1000;
  const address = addressOf(settings);
  const socket = await connect({ ...address, timeoutMs });
  const deadline = setTimeout(() => socket.destroy(), QUESTIONS * timeoutMs);
  let client: Client | null = null;
  try {
    client = await secureClient(settings, { ...tlsOptions(settings, address.host), socket });
    return await work(client);
  } finally {
    clearTimeout(deadline);
    await client?.unbind().catch(() => undefined);
    socket.destroy();
  }
}

/** Where it answers; only a connection, nothing is said. */
export async function reachDirectory(settings: LdapSettings, { connect }: DirectoryPorts): Promise<string> {
  const { host, port } = addressOf(settings);
  const socket = await connect({ host, port, timeoutMs: settings.timeoutSeconds * 1000 });
  socket.destroy();
  return `${host}:${port}`;
}

/** `URL` knows neither scheme, so the host is read as that of one it knows. */
function addressOf({ url }: LdapSettings): { host: string; port: number } {
  const { hostname } = new URL(url.replace(/^ldaps?:/i, 'http:'));
  const port = /:(\d+)\/?$/.exec(url)?.[1] ?? (isLdaps(url) ? 636 : 389);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function isLdaps(url: string): boolean {
  return /^ldaps:/i.test(url);
}

interface TlsOptions extends ConnectionOptions {
  readonly socket: Socket;
}

function tlsOptions({ ca }: LdapSettings, host: string): ConnectionOptions {
  return {
    host,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
    ...(isIP(host) ? {} : { servername: host }),
    ...(ca === null ? {} : { ca }),
  };
}

async function secureClient(settings: LdapSettings, tls: TlsOptions): Promise<Client> {
  const timeoutMs = settings.timeoutSeconds * 1000;
  const options: ClientOptions = { url: settings.url, timeout: timeoutMs, connectTimeout: timeoutMs };
  if (isLdaps(settings.url)) {
    return new Client({ ...options, createSecureConnection: once(await shakeHands(tls)) });
  }
  const client = new Client({
    ...options,
    createConnection: once(limited(tls.socket)),
    createSecureConnection: () => limited(connectTls(tls)),
  });
  await client.startTLS(tls);
  return client;
}

/** Handed over only when the certificate is known to be right: the library would begin to talk at once. */
function shakeHands(tls: TlsOptions): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = limited(connectTls(tls));
    const closed = () => reject(new Error('closed before the handshake was over'));
    socket.once('error', reject);
    socket.once('close', closed);
    socket.once('secureConnect', () => {
      socket.off('error', reject).off('close', closed);
      resolve(socket);
    });
  });
}

/** The library connects again by itself when a connection is lost, and then without StartTLS: once is all it gets. */
function once<S extends Socket>(socket: S): () => S {
  let isUsed = false;
  return () => {
    if (isUsed) throw new Error('the connection was lost');
    isUsed = true;
    return socket;
  };
}

/** Torn when more arrives than a sign-on can need. */
function limited<S extends Socket>(socket: S): S {
  let size = 0;
  socket.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > ANSWERS_BYTES_MAX) socket.destroy(new Error('the directory answers too much'));
  });
  return socket;
}

import type { Principal } from './principal.ts';

/** What a request shows of whoever sent it. */
export interface Caller {
  readonly method: string;
  /** The path without its query. */
  readonly path: string;
  /** Where the request was sent to, as a browser writes an origin: `https://hub.example.com`. */
  readonly origin: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Of the machine that called; behind a trusted proxy, of the machine that called the proxy. */
  readonly ip: string;
  /** SHA-256 fingerprint of the client's certificate, base64url; null without one. */
  readonly certificate: string | null;
  /** Nobody is there at this moment: asking does not count as using the session. */
  readonly isIdle?: boolean;
}

/** Gives the principal, or ends the request with a refusal. */
export type Authenticate = (caller: Caller) => Promise<Principal>;

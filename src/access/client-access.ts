import type { Logger } from 'pino';
import type { Database } from '#storage/database.ts';
import { bearerAuthenticator } from './bearer.ts';
import type { Caller } from './caller.ts';
import { ClientDirectory } from './client-directory.ts';
import type { Principal } from './principal.ts';
import { type SealingBox, SigningKeys } from './signing-keys.ts';
import { TokenBuckets } from './token-bucket.ts';
import { TokenCheck } from './token-check.ts';
import { TokenIssuer } from './token-issuer.ts';

export interface ClientAccess {
  readonly tokens: TokenIssuer;
  readonly authenticate: (caller: Caller) => Promise<Principal | null>;
  /** To be called once a change of clients is committed. */
  readonly forget: () => void;
  close(): Promise<void>;
}

export interface ClientAccessOptions {
  readonly database: Database;
  readonly box: SealingBox;
  /** The address of this hub, without a path; known when it listens. */
  readonly issuer: () => string;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

const BUCKETS_MAX = 20_000;

/** Gives tokens to clients and knows them by their tokens again. */
export function openClientAccess({ database, box, issuer, now, log }: ClientAccessOptions): ClientAccess {
  const keys = new SigningKeys({ database, box, now });
  const audience = () => `${issuer()}/api/v1`;
  const buckets = new TokenBuckets({ namesMax: BUCKETS_MAX, nowMs: () => performance.now() });
  const clients = new ClientDirectory({ database, nowMs: () => performance.now() });
  const shared = { database, keys, issuer, audience, buckets, now };
  return {
    tokens: new TokenIssuer({
      ...shared,
      report: (error) => log.error({ err: error }, 'the token issuer failed'),
    }),
    authenticate: bearerAuthenticator({
      ...shared,
      clients,
      check: new TokenCheck(shared),
      report: (event) => log.warn(event, 'a client was not let in'),
    }),
    forget: clients.forget,
    close: () => clients.close(),
  };
}

import type { Logger } from 'pino';
import type { Authenticate } from '#access/caller.ts';
import type { SessionDirectory } from '#access/session-directory.ts';
import type { SignOn } from '#access/sign-on/sign-on.ts';
import type { SignOnPorts } from '#access/sign-on/sign-on-ports.ts';
import type { TokenIssuer } from '#access/token-issuer.ts';
import type { Connector, Ports } from '#connectors/kit/connector.ts';
import type { Checkpointer } from '#pipeline/audit/checkpointer.ts';
import type { Connections } from '#pipeline/connections.ts';
import type { FlowDirectory } from '#pipeline/flows/flow-directory.ts';
import type { BookCache } from '#pipeline/post/book-cache.ts';
import type { GroupCommit } from '#pipeline/post/group-commit.ts';
import type { ConnectionRow } from '#storage/connections.ts';
import type { Database } from '#storage/database.ts';
import type { Rehearsals } from './connections/rehearsals.ts';
import type { FlowTemplate } from './flows/flow-template.ts';
import type { NewsRoom } from './live/news-room.ts';

export interface Listening {
  /** For HTTPS: certificate, key, and the authority of clients' certificates. Null: plain HTTP. */
  readonly tls: { readonly cert: Buffer; readonly key: Buffer; readonly ca: Buffer | null } | null;
  /** Whether the machine at this address may say, in `X-Forwarded-For`, for whom it asks. */
  readonly isTrustedProxy: (address: string) => boolean;
}

/** What app hands down: everything the API does, it does with these. */
export interface ApiContext {
  /** Simulators for connections that rehearse. */
  readonly rehearsals: Rehearsals;
  /** Flows that ship with the product, ready to be taken over. */
  readonly templates: readonly FlowTemplate[];
  readonly database: Database;
  readonly connections: Connections;
  readonly connectors: readonly Connector[];
  readonly ports: Ports;
  readonly groupCommit: GroupCommit;
  readonly flows: FlowDirectory;
  readonly cache: BookCache;
  /** Encrypts the secret settings of a connection. */
  readonly seal: (plain: Readonly<Record<string, unknown>>) => Uint8Array;
  /** What was sealed, as it was. */
  readonly unseal: (sealed: Uint8Array) => Readonly<Record<string, unknown>>;
  /** All settings of a connection, secrets decrypted. */
  readonly reveal: (row: ConnectionRow) => Record<string, unknown>;
  readonly now: () => Date;
  readonly today: () => string;
  /** Whoever asks anything of /api/v1 passes here first. */
  readonly authenticate: Authenticate;
  /** Who stands behind a session cookie. */
  readonly sessions: SessionDirectory;
  /** Sign-on at OpenID providers. */
  readonly signOn: SignOn;
  readonly signOnPorts: SignOnPorts;
  /** Gives clients their access tokens. */
  readonly tokens: Pick<TokenIssuer, 'admit'>;
  /** To be called once a change of clients is committed. */
  readonly forgetClients: () => void;
  /** How it listens. Default: plain HTTP, and nobody speaks for somebody else's address. */
  readonly listening?: Listening;
  /** Where the built console is; without it, visitors are told how to build it. */
  readonly consoleFolder?: string;
  /** Signs checkpoints of the audit log. */
  readonly checkpointer: Checkpointer;
  readonly log: Pick<Logger, 'error' | 'warn'>;
  /** Largest upload taken, in bytes, packed or unpacked. Default 10 GiB. */
  readonly limits?: {
    readonly bulkBytes?: number;
    readonly heartbeatMs?: number;
    readonly newsEveryMs?: number;
  };
  /** Where live news are told. Made with the API where nobody hands one down. */
  readonly news?: NewsRoom;
}

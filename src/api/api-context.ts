import type { Logger } from 'pino';
import type { Connector, Ports } from '#connectors/kit/connector.ts';
import type { Connections } from '#pipeline/connections.ts';
import type { FlowDirectory } from '#pipeline/flows/flow-directory.ts';
import type { BookCache } from '#pipeline/post/book-cache.ts';
import type { GroupCommit } from '#pipeline/post/group-commit.ts';
import type { ConnectionRow } from '#storage/connections.ts';
import type { Database } from '#storage/database.ts';

/** What app hands down: everything the API does, it does with these. */
export interface ApiContext {
  readonly database: Database;
  readonly connections: Connections;
  readonly connectors: readonly Connector[];
  readonly ports: Ports;
  readonly groupCommit: GroupCommit;
  readonly flows: FlowDirectory;
  readonly cache: BookCache;
  /** Encrypts the secret settings of a connection. */
  readonly seal: (plain: Readonly<Record<string, unknown>>) => Uint8Array;
  /** All settings of a connection, secrets decrypted. */
  readonly reveal: (row: ConnectionRow) => Record<string, unknown>;
  readonly now: () => Date;
  readonly today: () => string;
  /** Whoever shows this may do everything, until people and roles exist. */
  readonly token: string;
  readonly log: Pick<Logger, 'error' | 'warn'>;
  /** Largest upload taken, in bytes, packed or unpacked. Default 10 GiB. */
  readonly limits?: { readonly bulkBytes?: number };
}

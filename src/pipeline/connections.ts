import type { Connector, Ports } from '#connectors/kit/connector.ts';
import { Fault, type Refusal } from '#core/trouble/trouble.ts';
import { type ConnectionRow, findConnectionById, setConnectionState } from '#storage/connections.ts';
import type { Database } from '#storage/database.ts';
import { Circuit } from './deliver/circuit.ts';
import { TokenBucket } from './deliver/token-bucket.ts';

/** A connection ready to use: its connector, parsed settings and living client. */
export interface OpenConnection {
  readonly row: ConnectionRow;
  readonly connector: Connector;
  readonly settings: unknown;
  readonly client: unknown;
  readonly bucket: TokenBucket;
  readonly circuit: Circuit;
}

export interface ConnectionsOptions {
  readonly database: Database;
  readonly connectors: readonly Connector[];
  readonly ports: Ports;
  /** Settings with their secrets decrypted. */
  readonly reveal: (row: ConnectionRow) => Record<string, unknown>;
  /** For a connection that rehearses: what may talk to the simulator at this address, and to nothing else. */
  readonly rehearsalPorts?: (url: string) => Ports;
}

const PER_SECOND_DEFAULT = 50;

/** Opens connections once and keeps their clients (and sessions) for the life of the process. */
export class Connections {
  readonly #options: ConnectionsOptions;
  readonly #open = new Map<number, { fingerprint: string; connection: Promise<OpenConnection> }>();

  constructor(options: ConnectionsOptions) {
    this.#options = options;
  }

  connectorOf(name: string): Connector {
    const connector = this.#options.connectors.find((candidate) => candidate.name === name);
    if (!connector)
      throw new Fault('connector_unknown', { retry: { kind: 'never' }, params: { connector: name } });
    return connector;
  }

  /** The open connection; opened anew when its settings have changed. */
  async get(connectionId: number): Promise<OpenConnection> {
    const row = await findConnectionById(this.#options.database, connectionId);
    if (!row)
      throw new Fault('connection_unknown', {
        retry: { kind: 'never' },
        params: { connection: String(connectionId) },
      });
    const fingerprint = JSON.stringify([
      row.connector,
      row.settings,
      row.secrets?.toString('base64'),
      row.rehearsal,
    ]);
    const known = this.#open.get(connectionId);
    if (known?.fingerprint === fingerprint) return known.connection;
    if (known) void this.#close(known.connection);
    const connection = this.#connect(row);
    this.#open.set(connectionId, { fingerprint, connection });
    connection.catch(() => this.#open.delete(connectionId));
    return connection;
  }

  async #connect(row: ConnectionRow): Promise<OpenConnection> {
    const connector = this.connectorOf(row.connector);
    const parsed = connector.settings.parse(row.rehearsal?.settings ?? this.#options.reveal(row));
    if (!parsed.ok)
      throw new Fault('settings_invalid', {
        retry: { kind: 'never' },
        params: { at: parsed.refusal.at ?? '' },
      });
    const client = await connector.connect(parsed.value, this.#portsOf(row));
    const perSecond = perSecondOf(row) ?? connector.perSecondMax ?? PER_SECOND_DEFAULT;
    const { now, sleep } = this.#options.ports;
    return {
      row,
      connector,
      settings: parsed.value,
      client,
      bucket: new TokenBucket(perSecond, { now: () => now().getTime(), sleep }),
      circuit: new Circuit(() => now().getTime()),
    };
  }

  #portsOf({ rehearsal }: ConnectionRow): Ports {
    const { ports, rehearsalPorts } = this.#options;
    return rehearsal && rehearsalPorts ? rehearsalPorts(rehearsal.url) : ports;
  }

  /** The connection if this process has it open. */
  async peek(connectionId: number): Promise<OpenConnection | null> {
    return (await this.#open.get(connectionId)?.connection.catch(() => null)) ?? null;
  }

  /** Marks the connection as needing a person: wrong credentials, wrong settings. */
  async markBroken(connectionId: number, { code, params = {} }: Refusal | Fault): Promise<void> {
    const error = { code, params };
    await setConnectionState(this.#options.database, connectionId, { state: 'broken', error });
    this.#open.delete(connectionId);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ connection }) => this.#close(connection)));
    this.#open.clear();
  }

  async #close(connection: Promise<OpenConnection>): Promise<void> {
    const open = await connection.catch(() => null);
    await open?.connector.close?.(open.client);
  }
}

function perSecondOf(row: ConnectionRow): number | null {
  const value = Number(row.settings.perSecondMax);
  return Number.isFinite(value) && value > 0 ? value : null;
}

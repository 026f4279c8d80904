import type { Account, Book, DimensionValue, Rate } from '#core/ledger/book.ts';
import type { Voucher } from '#core/ledger/voucher.ts';
import type { Language, Text } from '#core/trouble/message.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import type { Diagnosis } from './diagnosis.ts';
import type { SettingsSchema } from './settings.ts';

/** What a connector gets from outside; never global. */
export interface Ports {
  /** Guarded: private addresses, redirects, sizes and times are limited by the app. */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** 0 ≤ x < 1, for jitter and nonces. */
  readonly random: () => number;
  readonly log: (event: string, details?: Record<string, unknown>) => void;
}

/** One thing as it arrived, byte for byte. */
export interface CollectedRecord {
  readonly kind: string;
  /** Their id; with connection and kind it identifies the record, its content hash the version. */
  readonly externalId: string;
  readonly mediaType: string;
  readonly raw: Uint8Array;
  /** When they last changed it, if they say so (ISO instant). */
  readonly changedAt?: string;
}

/** A page of records and the cursor from which to go on once the page is safely stored. */
export interface CollectedPage {
  readonly records: readonly CollectedRecord[];
  readonly cursor: Cursor;
}

/** Whatever the connector needs to resume; JSON. Null means from the beginning. */
export type Cursor = Readonly<Record<string, string | number | boolean | null>> | null;

/** A message owed to a target. `businessKey` is ours and unique; ERPs are asked for it before anything is sent again. */
export interface VoucherMessage {
  readonly businessKey: string;
  readonly voucher: Voucher;
  readonly book: Book;
  /** Our dimension code → their code, where they differ, is already applied by the flow's crosswalks. */
  readonly until: 'saved' | 'submitted' | 'audited';
}

export type TargetState = 'absent' | 'saved' | 'submitted' | 'audited';

/** What the target holds for one business key. */
export interface Receipt {
  readonly businessKey: string;
  readonly state: TargetState;
  /** Their internal id and the number their users see, e.g. `记-118`. */
  readonly targetId: string | null;
  readonly targetNumber: string | null;
  /** Set when they will not take it: a person must act. */
  readonly refusal?: Refusal;
}

export interface WriteBackMessage {
  readonly businessKey: string;
  /** The record's id in the source. */
  readonly externalId: string;
  readonly kind: string;
  readonly status: 'held' | 'delivered';
  /** Which of the record's documents, e.g. `#1001` or `#1001-R1`; null when held, since then it has none. */
  readonly documentNumber: string | null;
  /** Our voucher number, e.g. `记-118`; null when held. */
  readonly voucherNumber: string | null;
  /** The target's, e.g. `记-97`. */
  readonly targetNumber: string | null;
  /** Finding codes that hold it; empty when delivered. */
  readonly codes: readonly string[];
  /** A sentence for a person. */
  readonly text: string;
}

export interface Delivery<Client, Message> {
  /** At most this many messages a call. */
  readonly batchSizeMax: number;
  /** How long after an unanswered call the target may still be working on it. Nobody asks again before that. */
  readonly settleMs: number;
  /** What is there now, one receipt for each key (`absent` where there is nothing). */
  find(
    client: Client,
    keys: readonly string[],
    signal: AbortSignal,
    messages: readonly Message[],
  ): Promise<Receipt[]>;
  /** Brings each message from where `found` says it is to where it should be. One receipt per message; throws Fault for the call as a whole. */
  send(
    client: Client,
    messages: readonly Message[],
    found: readonly Receipt[],
    signal: AbortSignal,
  ): Promise<Receipt[]>;
  /**
   * Takes back what was delivered by mistake, as far as the target still permits it (not posted, period open).
   * One receipt per key: `absent` once it is gone, else its state and why it must stay; then only a reversal helps.
   */
  withdraw?(client: Client, keys: readonly string[], signal: AbortSignal): Promise<Receipt[]>;
}

export interface WebhookRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Exactly the bytes that arrived; signatures are over these. */
  readonly body: Uint8Array;
}

export type WebhookAnswer =
  | { readonly ok: true; readonly records: readonly CollectedRecord[]; readonly eventId: string | null }
  | { readonly ok: false; readonly refusal: Refusal };

export interface FileSource {
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A record read from a file, or a row that could not be read. Nothing is dropped: an unreadable row is a record with a refusal. */
export interface FileRecord extends CollectedRecord {
  readonly refusal?: Refusal;
}

export interface LookupValues {
  accounts?(client: unknown, signal: AbortSignal): AsyncIterable<Partial<Account>[]>;
  dimension?(client: unknown, dimension: string, signal: AbortSignal): AsyncIterable<DimensionValue[]>;
  rates?(client: unknown, signal: AbortSignal): AsyncIterable<Rate[]>;
  /** What the target calls one of our accounts; absent where codes are the same. For reconciliation. */
  accountCode?(client: unknown, account: string): string;
  /** Balances of one period as the target sees them; base-currency minor units. For reconciliation. */
  balances?(client: unknown, period: number, signal: AbortSignal): AsyncIterable<TargetBalance[]>;
}

export interface TargetBalance {
  readonly account: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly debitMinor: bigint;
  readonly creditMinor: bigint;
  readonly closingMinor: bigint;
}

/** A readable answer to "does this connection work?". */
/**
 * A connector: one outside system's protocol. Everything a manifest declares is a capability; nothing is inherited.
 * `Client` lives as long as its connection and is closed with it.
 */
export interface Connector<Settings = unknown, Client = unknown> {
  readonly name: string;
  readonly title: Text;
  readonly settings: SettingsSchema<Settings>;
  connect(settings: Settings, ports: Ports): Client | Promise<Client>;
  close?(client: Client): Promise<void>;
  diagnose?(client: Client, signal: AbortSignal): Promise<Diagnosis>;
  /** Record kind → pages since the cursor. Ends when there is nothing newer. */
  readonly collect?: Readonly<
    Record<string, (client: Client, cursor: Cursor, signal: AbortSignal) => AsyncIterable<CollectedPage>>
  >;
  /** For a connector whose settings name the kinds. Asked through `collectorOf` (`kit/collector.ts`). */
  readonly collectAny?: (
    client: Client,
    read: { readonly kind: string; readonly cursor: Cursor; readonly signal: AbortSignal },
  ) => AsyncIterable<CollectedPage>;
  readonly webhook?: (request: WebhookRequest, settings: Settings, ports: Ports) => WebhookAnswer;
  /** A line for a shell that sends a sample to `url` as the system would; `$SECRET` stands for what it signs with. */
  readonly webhookCurl?: (url: string) => string;
  /** Reads a file as a stream of records. */
  readonly files?: (source: FileSource, settings: Settings, signal: AbortSignal) => AsyncIterable<FileRecord>;
  readonly deliver?: {
    readonly voucher?: Delivery<Client, VoucherMessage>;
    readonly writeBack?: Delivery<Client, WriteBackMessage>;
  };
  readonly lookup?: LookupValues;
  /** Messages a second this system takes, shared by all workers of one process. */
  readonly perSecondMax?: number;
}

/** Keeps `Client` and `Settings` inferred in one place. The result is what `app` lists. */
export function defineConnector<Settings, Client>(
  connector: Connector<Settings, Client>,
): Connector<Settings, Client> {
  return connector;
}

/** A running simulator: speaks the vendor's protocol on a loopback port. */
export interface RunningSimulator {
  readonly url: string;
  /** What a connection's settings need to talk to it. */
  readonly credentials: Readonly<Record<string, string>>;
  /** From now on these faults, at these rates. Named fault → probability 0–1 per request. */
  setFaults?(faults: Readonly<Record<string, number>>): void;
  close(): Promise<void>;
}

export interface SimulatorOptions {
  /** 0 or absent: a free port. */
  readonly port?: number;
  readonly seed?: number;
  /** Named fault → probability 0–1 per request. */
  readonly faults?: Readonly<Record<string, number>>;
  /** Folder where the simulator appends everything it holds as NDJSON, and from which it starts again. Absent: memory only. */
  readonly store?: string;
  /** How long the fault `late` keeps an answer back. Default 3000. */
  readonly lateMs?: number;
  /** JSON file with what it holds at first start (its shape is in the simulator's README). */
  readonly seedFile?: string;
}

export interface Simulator {
  readonly name: string;
  /** Faults it knows, each with a sentence. */
  readonly faults: Readonly<Record<string, string>>;
  start(options: SimulatorOptions): Promise<RunningSimulator>;
  /** Settings of a connection that rehearses with it: its own, with what leads to the simulator instead. */
  readonly rehearse?: (
    running: RunningSimulator,
    own: Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, unknown>>;
}

export type { Language };

import type { Flow } from '#core/flows/flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { type BookRow, findBook } from '#storage/books.ts';
import type { Database } from '#storage/database.ts';
import { type FlowRow, findFlow, findFlowVersion } from '#storage/flows.ts';
import { type NameRecord, recordNamer } from './name-record.ts';

/** A flow as callers address it; null where none of its versions is published. */
export interface DirectoryEntry {
  readonly flow: FlowRow;
  readonly published: PublishedEntry | null;
}

export interface PublishedEntry {
  readonly flowVersionId: number;
  readonly definition: Flow;
  readonly book: BookRow;
  readonly nameOf: NameRecord;
}

/** A flow published elsewhere is followed within this time. Asking for every document would cost one round trip each. */
const FRESH_MS = 500;

/** Flows by code, at most half a second old. */
export class FlowDirectory {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #known = new Map<
    string,
    { readonly until: number; readonly entry: Promise<DirectoryEntry | null> }
  >();

  constructor(database: Database, now: () => number) {
    this.#database = database;
    this.#now = now;
  }

  find(code: string): Promise<DirectoryEntry | null> {
    const known = this.#known.get(code);
    if (known && known.until > this.#now()) return known.entry;
    const entry = this.#read(code);
    this.#known.set(code, { until: this.#now() + FRESH_MS, entry });
    // What does not exist or could not be read must not fill the memory of a server that strangers ask.
    entry.then(
      (found) => found ?? this.#known.delete(code),
      () => this.#known.delete(code),
    );
    return entry;
  }

  /** This process has just changed the flow. */
  forget(code: string): void {
    this.#known.delete(code);
  }

  async #read(code: string): Promise<DirectoryEntry | null> {
    const flow = await findFlow(this.#database, code);
    return flow && { flow, published: await this.#published(flow) };
  }

  async #published({ published_version_id: flowVersionId }: FlowRow): Promise<PublishedEntry | null> {
    if (flowVersionId === null) return null;
    const version = await findFlowVersion(this.#database, flowVersionId);
    const parsed = parseFlow(version?.definition);
    if (!parsed.ok) return null;
    const definition = parsed.value;
    const book = await findBook(this.#database, definition.book);
    return book && { flowVersionId, definition, book, nameOf: recordNamer(definition) };
  }
}

import { RefusalError } from '#core/trouble/trouble.ts';
import {
  changesSinceCheckpoint,
  checkpointsAfter,
  lockCheckpointFiles,
  readTree,
  type TreeRow,
} from '#storage/audit-tree.ts';
import type { Database, Tx } from '#storage/database.ts';
import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { appendNotes, fileOfDay, keepPublicKey, lastNote, readPublicKeys } from './checkpoint-files.ts';
import { makeCheckpoint } from './make-checkpoint.ts';
import type { NoteSigner } from './signed-note.ts';

export interface CheckpointerOptions {
  readonly database: Database;
  /** Where checkpoints are written: the first always, the others as well as they can. */
  readonly folders: readonly string[];
  /** The signer of the log with this name. */
  readonly signerOf: (origin: string) => Promise<NoteSigner>;
  readonly now: () => Date;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly report: (error: unknown, details: Record<string, unknown>) => void;
}

/** How the copies stand, for whoever watches. */
export interface CheckpointPlace {
  readonly folder: string;
  readonly writtenAt: Date | null;
  /** Why the last attempt failed; null: it did not. */
  readonly trouble: string | null;
}

const EVERY_MS = 60_000;
const LOOK_MS = 2_000;
/** What must not wait for the minute to end. */
const URGENT = ['period.close'];
const PAGE = 200;

/**
 * Makes signed checkpoints of the audit log and writes them to files, every minute in which something happened and right
 * after a period was closed. As many processes as one likes may do so on one database; each keeps files of its own whole.
 */
export class Checkpointer {
  readonly #options: CheckpointerOptions;
  readonly #places: Map<string, CheckpointPlace>;
  readonly #stop = new AbortController();
  #loop: Promise<void> = Promise.resolve();

  constructor(options: CheckpointerOptions) {
    this.#options = options;
    this.#places = new Map(
      options.folders.map((folder) => [folder, { folder, writtenAt: null, trouble: null }]),
    );
  }

  /** The folder that `verify` reads. */
  get folder(): string {
    return this.#options.folders[0]!;
  }

  get places(): readonly CheckpointPlace[] {
    return [...this.#places.values()];
  }

  /** Public keys: first that of this process, then those that were used before, as the folder has them. */
  async verifierKeys(): Promise<string[]> {
    const { origin } = await readTree(this.#options.database);
    const { verifierKey } = await this.#options.signerOf(origin);
    return [...new Set([verifierKey, ...(await readPublicKeys(this.folder))])];
  }

  start(): void {
    this.#loop = this.#run();
  }

  /** Ends the loop; what happened up to here is in a last checkpoint. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
    await this.make().catch((error) => this.#options.report(error, { work: 'checkpoint' }));
  }

  /** Makes a checkpoint now, if anything happened since the last, and writes whatever the files lack. */
  async make(): Promise<Checkpoint | null> {
    const { database, signerOf, now } = this.#options;
    const sequenceMin = await this.#lastSequence();
    const made = await database.transaction((tx) =>
      makeCheckpoint(tx, { signerOf, now: now(), sequenceMin }),
    );
    for (const folder of this.#places.keys()) await this.#write(folder);
    return made;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        if (await this.#isDue()) await this.make();
      } catch (error) {
        if (!signal.aborted) this.#options.report(error, { work: 'checkpoint' });
      }
      await this.#options.sleep(LOOK_MS, signal).catch(() => undefined);
    }
  }

  async #isDue(): Promise<boolean> {
    const { lastAt, urgent } = await changesSinceCheckpoint(this.#options.database, URGENT);
    const isOld = lastAt === null || this.#options.now().getTime() - lastAt.getTime() >= EVERY_MS;
    return urgent || isOld;
  }

  async #lastSequence(): Promise<bigint> {
    const last = await lastNote(this.folder);
    return (last && readCheckpoint(textOf(last.note))?.sequence) ?? 0n;
  }

  /** A copy that cannot be written is told once and tried again with the next checkpoint. */
  async #write(folder: string): Promise<void> {
    try {
      const { signerOf, database } = this.#options;
      await database.transaction((tx) => writeMissing(tx, folder));
      const { origin } = await readTree(database);
      await keepPublicKey(folder, (await signerOf(origin)).verifierKey);
      this.#places.set(folder, { folder, writtenAt: this.#options.now(), trouble: null });
    } catch (error) {
      const before = this.#places.get(folder);
      const trouble = error instanceof Error ? error.message : String(error);
      if (before?.trouble !== trouble) this.#options.report(error, { work: 'checkpoint', folder });
      this.#places.set(folder, { folder, writtenAt: before?.writtenAt ?? null, trouble });
    }
  }
}

/** Appends what a folder lacks at its end. A folder holds one log: notes of two could not be told from a forgery. */
async function writeMissing(tx: Tx, folder: string): Promise<void> {
  await lockCheckpointFiles(tx);
  const tree = await readTree(tx);
  const last = await lastNote(folder);
  const known = last && readCheckpoint(textOf(last.note));
  if (known && known.origin !== tree.origin) throw otherLog(folder, known, tree);
  for (let after = known?.sequence ?? 0n, file = last?.file ?? ''; ; ) {
    const page = await checkpointsAfter(tx, { after, limit: PAGE });
    const byFile = Map.groupBy(page, ({ at }) => {
      // A clock that was set back must not bring notes out of order.
      if (fileOfDay(at) > file) file = fileOfDay(at);
      return file;
    });
    for (const [name, rows] of byFile) {
      await appendNotes(folder, { file: name, notes: rows.map(({ note }) => note) });
    }
    if (page.length < PAGE) return;
    after = page.at(-1)!.sequence;
  }
}

function otherLog(folder: string, known: Checkpoint, { origin }: TreeRow): RefusalError {
  const params = { folder, known: known.origin, log: origin };
  return new RefusalError({ code: 'checkpoint_folder_taken', params });
}

function textOf(note: string): string {
  return note.slice(0, note.lastIndexOf('\n\n') + 1);
}

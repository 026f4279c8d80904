import { type Checkpoint, readCheckpoint } from '#pipeline/audit/checkpoint.ts';
import { type CheckpointFile, listCheckpointFiles, readNotes } from '#pipeline/audit/checkpoint-files.ts';
import { type NoteVerifier, openNote } from '#pipeline/audit/signed-note.ts';
import type { Found } from './verify-postings.ts';

/** Checkpoints kept outside the database, and whose signatures are believed. */
export interface CheckpointFolder {
  readonly folder: string;
  readonly verifiers: readonly NoteVerifier[];
  /** Begin with this one: earlier ones belong to a time that was accounted for. Default the first. */
  readonly since?: bigint;
}

export interface ListedFolder extends CheckpointFolder {
  readonly files: readonly CheckpointFile[];
}

/** The folder as it is now. Taken before the database is looked at, it knows of nothing that the database does not. */
export async function listFolder(folder: CheckpointFolder): Promise<ListedFolder> {
  return { ...folder, files: await listCheckpointFiles(folder.folder) };
}

/** The checkpoints of this log in order. What is wrong with the files themselves is told on the way: forged, foreign, missing. */
export async function* openCheckpoints(
  { folder, files, verifiers, since = 1n }: ListedFolder,
  { origin, found }: { readonly origin: string; readonly found: Found },
): AsyncGenerator<Checkpoint> {
  const unsigned = new Map<string, number>();
  const foreign = new Set<string>();
  let expected = since;
  for await (const { file, note } of readNotes(folder, files)) {
    const text = openNote(note, verifiers);
    const checkpoint = text === null ? null : readCheckpoint(text);
    if (checkpoint === null) unsigned.set(file, (unsigned.get(file) ?? 0) + 1);
    else if (checkpoint.origin !== origin) foreign.add(checkpoint.origin);
    else if (checkpoint.sequence >= since) {
      const { sequence } = checkpoint;
      if (sequence < expected) found(outOfOrder(sequence, file));
      if (sequence > expected) found(missingCheckpoints(expected, sequence - 1n));
      if (sequence < expected) continue;
      expected = sequence + 1n;
      yield checkpoint;
    }
  }
  for (const [file, count] of unsigned) {
    found({ code: 'verify_checkpoint_forged', at: file, params: { count: String(count) } });
  }
  for (const log of foreign) {
    found({ code: 'verify_checkpoint_foreign', at: folder, params: { log, origin } });
  }
}

function outOfOrder(sequence: bigint, file: string) {
  return { code: 'verify_checkpoint_order', at: file, params: { sequence: String(sequence) } };
}

/** These are missing from the folder. */
export function missingCheckpoints(first: bigint, last: bigint) {
  const sequence = first === last ? String(first) : `${first}–${last}`;
  return { code: 'verify_checkpoint_missing', at: `checkpoint ${sequence}`, params: { sequence } };
}

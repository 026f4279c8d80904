import { appendFile, mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** One note of a folder and where it stands. */
export interface FiledNote {
  readonly file: string;
  readonly note: string;
}

/** One file a day; a day's notes stand one after the other, each followed by an empty line. */
const NAME = /^\d{4}-\d{2}-\d{2}\.checkpoints$/;

/** A file of checkpoints and how long it was when the folder was listed. */
export interface CheckpointFile {
  readonly file: string;
  readonly bytes: number;
}

/** The files with checkpoints, in order; none where there is no such folder. */
export async function listCheckpointFiles(folder: string): Promise<CheckpointFile[]> {
  try {
    const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
    return await Promise.all(
      names.map(async (file) => ({ file, bytes: (await stat(join(folder, file))).size })),
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * The notes of a folder as it was listed, in order, one file in memory at a time: what is appended later is not read. A
 * note that breaks off at the end of a file is left out.
 */
export async function* readNotes(
  folder: string,
  files: readonly CheckpointFile[],
): AsyncGenerator<FiledNote> {
  for (const { file, bytes } of files) {
    const whole = await readFile(join(folder, file));
    for (const note of notesOf(whole.subarray(0, bytes).toString('utf8')).notes) yield { file, note };
  }
}

/** The last note of a folder; null where there is none. */
export async function lastNote(folder: string): Promise<FiledNote | null> {
  for (const listed of (await listCheckpointFiles(folder)).toReversed()) {
    const note = notesOf(await readFile(join(folder, listed.file), 'utf8')).notes.at(-1);
    if (note !== undefined) return { file: listed.file, note };
  }
  return null;
}

/** The file of a day. */
export function fileOfDay(at: Date): string {
  return `${at.toISOString().slice(0, 10)}.checkpoints`;
}

function notesOf(text: string): { notes: string[]; bytes: number } {
  const parts = text.split('\n\n');
  const notes: string[] = [];
  for (let i = 0; i + 2 < parts.length; i += 2) notes.push(`${parts[i]}\n\n${parts[i + 1]}\n`);
  const bytes = notes.reduce((sum, note) => sum + Buffer.byteLength(note) + 1, 0);
  return { notes, bytes };
}

/**
 * Appends notes to a file and has them on the disk when it returns. What a crash left half written is cut off first: it
 * was never whole, and the database still has it.
 */
export async function appendNotes(
  folder: string,
  { file, notes }: { readonly file: string; readonly notes: readonly string[] },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const handle = await open(join(folder, file), 'a+');
  try {
    const { bytes } = notesOf(await handle.readFile('utf8'));
    const { size } = await handle.stat();
    if (size !== bytes) await handle.truncate(bytes);
    await handle.appendFile(notes.map((note) => `${note}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(folder);
}

/** The name of a new file is on the disk only when its folder is. Not every system lets a folder be opened for that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

const KEYS = 'public-keys';

/** The public keys that a folder keeps beside its checkpoints, one a line. An auditor has them from elsewhere. */
export async function readPublicKeys(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, KEYS), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.trim() !== '');
}

export async function keepPublicKey(folder: string, verifierKey: string): Promise<void> {
  if ((await readPublicKeys(folder)).includes(verifierKey)) return;
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, KEYS), `${verifierKey}\n`);
}

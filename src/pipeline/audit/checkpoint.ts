/** How far the postings of one book are, and the hash of the last of them, which stands for all before it. */
export interface PostingHead {
  readonly book: string;
  readonly postingId: bigint;
  /** Hex. */
  readonly hash: string;
}

/** What a checkpoint states: this many entries have this root, and the books named stand where they are said to stand. */
export interface Checkpoint {
  /** Which log: the name that the database was given when it was made. */
  readonly origin: string;
  readonly size: bigint;
  readonly root: Uint8Array;
  /** Counts checkpoints from 1 without a gap: a missing one shows. */
  readonly sequence: bigint;
  readonly at: Date;
  /** Books in which something was posted since the checkpoint before. */
  readonly heads: readonly PostingHead[];
}

/**
 * The text to be signed, as C2SP tlog-checkpoint has it: origin, size, root, then lines of our own. A head is in the log
 * as well, in the entry with which every checkpoint ends; it stands here too so that a rewritten posting can be named
 * from the files alone.
 */
export function checkpointText({ origin, size, root, sequence, at, heads }: Checkpoint): string {
  const lines = [
    origin,
    String(size),
    Buffer.from(root).toString('base64'),
    `sequence ${sequence}`,
    `time ${at.toISOString()}`,
    ...heads.map(({ book, postingId, hash }) => `posting ${encodeURIComponent(book)} ${postingId} ${hash}`),
  ];
  return `${lines.join('\n')}\n`;
}

const ROOT_BYTES = 32;
const NUMBER = /^(0|[1-9]\d{0,17})$/;

/** Reads such a text; null where it is none. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = '', size = '', root = '', ...lines] = text.split('\n').slice(0, -1);
  const members = lines.map((line) => line.split(' '));
  const wordAfter = (name: string) => members.find(([word]) => word === name)?.[1] ?? '';
  const rootBytes = Buffer.from(root, 'base64');
  const at = new Date(wordAfter('time'));
  const heads = members.filter(([word]) => word === 'posting').map(readHead);
  const sequence = wordAfter('sequence');
  if (origin === '' || ![size, sequence].every((number) => NUMBER.test(number))) return null;
  if (rootBytes.byteLength !== ROOT_BYTES || Number.isNaN(at.getTime())) return null;
  if (!heads.every((head) => head !== null)) return null;
  return { origin, size: BigInt(size), root: rootBytes, sequence: BigInt(sequence), at, heads };
}

function readHead([, book = '', postingId = '', hash = '']: readonly string[]): PostingHead | null {
  if (!NUMBER.test(postingId) || !/^[0-9a-f]{64}$/.test(hash)) return null;
  const name = decoded(book);
  return name === null ? null : { book: name, postingId: BigInt(postingId), hash };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

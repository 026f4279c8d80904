import { type Bytes, borrow, inPieces, limitBytes, peek } from './bytes.ts';
import { NESTING_MAX } from './limits.ts';
import { refuseFile } from './refuse-file.ts';
import { type RandomAccess, spool } from './spool.ts';
import { gunzip } from './unpack.ts';
import { readZipDirectory, readZipEntry, type ZipEntry } from './zip.ts';

/** What a file turned out to be, by its content; names lie (banks call tab-separated text `.xls`). */
export type Opened =
  | { readonly format: 'text'; readonly bytes: Bytes }
  | { readonly format: 'workbook'; readonly archive: Archive };

export interface Archive {
  readonly file: RandomAccess;
  readonly entries: readonly ZipEntry[];
}

export interface Opening {
  readonly bytesMax: number;
  /** Name of the file inside a zip, or a part of it; empty when there is only one. */
  readonly zipEntry: string;
  readonly signal: AbortSignal;
  /** Takes what must be closed when the reading ends. */
  readonly held: AsyncDisposableStack;
}

const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const GZIP = Buffer.from([0x1f, 0x8b]);
const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
const MARKUP_OR_PDF = /^\uFEFF?\s*(?:<(?:!doctype|html|head|meta|table|\?xml)|%PDF-|\{\\rtf)/i;

/** Takes gzip and zip off until a text or an Excel workbook is left. */
export async function openFile(bytes: Bytes, opening: Opening): Promise<Opened> {
  let content = limitBytes(inPieces(borrow(bytes, opening.held), opening.signal), opening.bytesMax);
  for (let depth = 0; depth <= NESTING_MAX; depth += 1) {
    const { head, all } = await peek(content, 512);
    if (head.length === 0) await refuseEmpty(all);
    if (startsWith(head, GZIP)) {
      content = limitBytes(gunzip(all, opening.signal), opening.bytesMax);
    } else if (startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP)) {
      const archive = await openZip(all, opening);
      if (isWorkbook(archive)) return { format: 'workbook', archive };
      content = readZipEntry(archive.file, chooseEntry(archive, opening.zipEntry), opening);
    } else {
      refuseOthers(head);
      return { format: 'text', bytes: all };
    }
  }
  return refuseFile('file_nested_too_deep', { limit: String(NESTING_MAX) });
}

async function openZip(bytes: Bytes, { held }: Opening): Promise<Archive> {
  const file = held.use(await spool(bytes));
  return { file, entries: await readZipDirectory(file) };
}

function isWorkbook({ entries }: Archive): boolean {
  return entries.some(({ name }) => name === '[Content_Types].xml');
}

function chooseEntry({ entries }: Archive, wanted: string): ZipEntry {
  if (entries.some(({ name }) => name === 'mimetype'))
    refuseFile('file_not_a_table', { found: 'OpenDocument' });
  const [entry, ...others] = pick(entries, wanted);
  const names = entries.map(({ name }) => name).join(', ');
  if (entry === undefined) return refuseFile('zip_without_the_file', { wanted, names });
  if (others.length > 0) refuseFile('zip_several_files', { wanted, names });
  return entry;
}

function pick(entries: readonly ZipEntry[], wanted: string): readonly ZipEntry[] {
  const exact = entries.filter(({ name }) => name === wanted);
  return exact.length > 0 ? exact : entries.filter(({ name }) => name.includes(wanted));
}

function refuseOthers(head: Buffer): void {
  if (startsWith(head, OLD_OFFICE)) refuseFile('excel_old_or_locked');
  const found = MARKUP_OR_PDF.exec(head.toString('latin1').replace(/^\xEF\xBB\xBF/, ''));
  if (found !== null) refuseFile('file_not_a_table', { found: found[0].trim() });
}

/** Nothing came; where that is because reading failed, the failure says more. */
async function refuseEmpty(all: Bytes): Promise<never> {
  for await (const _ of all);
  return refuseFile('file_empty');
}

function startsWith(head: Buffer, magic: Buffer): boolean {
  return head.subarray(0, magic.length).equals(magic);
}

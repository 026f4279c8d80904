import { type Bytes, gather } from './bytes.ts';
import type { NumberKind } from './excel-number.ts';
import { XML_PART_BYTES_MAX, XML_TO_TEXT_RATIO } from './limits.ts';
import type { Archive, Opening } from './open-file.ts';
import { refuseFile } from './refuse-file.ts';
import type { Row, Table } from './table.ts';
import { type CellContext, XlsxRows } from './xlsx-rows.ts';
import { SharedStrings, sharedStringsReader } from './xlsx-strings.ts';
import { chooseSheets, type Relation, readRelations, readStyles, readWorkbook } from './xlsx-workbook.ts';
import { type XmlHandler, XmlTokens } from './xml-tokens.ts';
import { readZipEntry } from './zip.ts';

/**
 * The chosen sheets of an Excel workbook. Rows stream from the zip; only styles and shared strings are held, because
 * any cell may point into them.
 */
export async function* readExcel(archive: Archive, wanted: string, opening: Opening): AsyncIterable<Table> {
  const parts = new Parts(archive, opening);
  const path = findPart(await parts.relations(''), 'officeDocument') ?? 'xl/workbook.xml';
  if (path.endsWith('.bin')) refuseFile('excel_old_or_locked');
  const workbook = readWorkbook(await parts.text(path));
  const relations = await parts.relations(path);
  const sheets = chooseSheets(workbook, wanted);
  const context: CellContext = {
    is1904: workbook.is1904,
    kinds: await readKinds(parts, relations),
    strings: await readStrings(parts, relations),
  };
  for (const { name, relation } of sheets) {
    const part = relations.find(({ id }) => id === relation);
    // A chart sheet has no rows.
    if (part?.type !== 'worksheet') continue;
    yield { sheet: name, facts: {}, batches: readSheet(parts, part.path, context) };
  }
}

class Parts {
  readonly #archive: Archive;
  readonly #opening: Opening;

  constructor(archive: Archive, opening: Opening) {
    this.#archive = archive;
    this.#opening = opening;
  }

  has(path: string): boolean {
    return this.#archive.entries.some(({ name }) => name === path);
  }

  stream(path: string): Bytes {
    const entry = this.#archive.entries.find(({ name }) => name === path);
    if (entry === undefined) return refuseFile('file_damaged', { why: path });
    const { signal, bytesMax } = this.#opening;
    return readZipEntry(this.#archive.file, entry, { signal, bytesMax: bytesMax * XML_TO_TEXT_RATIO });
  }

  async text(path: string): Promise<string> {
    return (await gather(this.stream(path), XML_PART_BYTES_MAX)).toString('utf8');
  }

  /** What `path` refers to; empty stands for the workbook as a whole. */
  async relations(path: string): Promise<readonly Relation[]> {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const rels = `${folder}_rels/${path.slice(folder.length)}.rels`;
    return this.has(rels) ? readRelations(await this.text(rels), folder) : [];
  }
}

async function readKinds(parts: Parts, relations: readonly Relation[]): Promise<readonly NumberKind[]> {
  const path = findPart(relations, 'styles');
  return path === null ? [] : readStyles(await parts.text(path));
}

async function readStrings(parts: Parts, relations: readonly Relation[]): Promise<SharedStrings> {
  const strings = new SharedStrings();
  const path = findPart(relations, 'sharedStrings');
  if (path === null) return strings;
  for await (const _ of tokens(parts.stream(path), sharedStringsReader(strings)));
  return strings;
}

async function* readSheet(parts: Parts, path: string, context: CellContext): AsyncIterable<readonly Row[]> {
  const rows = new XlsxRows(context);
  try {
    for await (const _ of tokens(parts.stream(path), rows)) yield rows.take();
  } catch (error) {
    // The rows before the damage count.
    yield rows.take();
    throw error;
  }
}

/** Feeds the handler; yields after each piece so that what it collected can be taken. */
async function* tokens(bytes: Bytes, handler: XmlHandler): AsyncIterable<null> {
  const xml = new XmlTokens(handler);
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of bytes) {
    xml.push(decoder.decode(chunk, { stream: true }));
    yield null;
  }
  xml.push(decoder.decode());
  xml.end();
  yield null;
}

function findPart(relations: readonly Relation[], type: string): string | null {
  return relations.find((relation) => relation.type === type)?.path ?? null;
}

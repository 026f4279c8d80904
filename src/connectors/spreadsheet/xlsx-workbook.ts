import { posix } from 'node:path';
import { builtInKind, kindOfCode, type NumberKind } from './excel-number.ts';
import { refuseFile } from './refuse-file.ts';
import { attribute, type XmlHandler, XmlTokens } from './xml-tokens.ts';

export interface Sheet {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Dates are counted from 1904 (files that began on an old Macintosh). */
  readonly is1904: boolean;
}

export interface Relation {
  readonly id: string;
  /** Last part of the type's address: `worksheet`, `sharedStrings`, `styles`, `officeDocument`. */
  readonly type: string;
  /** Path inside the zip. */
  readonly path: string;
}

/** `workbook.xml`: which sheets there are, in the order in which Excel shows them. */
export function readWorkbook(xml: string): Workbook {
  const sheets: Sheet[] = [];
  let is1904 = false;
  readAll(xml, (name, attributes) => {
    if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
    if (name !== 'sheet') return;
    sheets.push({
      name: attribute(attributes, 'name') ?? '',
      relation: attribute(attributes, 'r:id') ?? /:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? '',
      hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
    });
  });
  return { sheets, is1904 };
}

/** A `.rels` part: where the parts lie that a part in `folder` (`xl/`, or empty) speaks of. */
export function readRelations(xml: string, folder: string): readonly Relation[] {
  const relations: Relation[] = [];
  readAll(xml, (name, attributes) => {
    if (name !== 'Relationship') return;
    const target = attribute(attributes, 'Target') ?? '';
    relations.push({
      id: attribute(attributes, 'Id') ?? '',
      type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
      path: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    });
  });
  return relations;
}

/** `styles.xml`: cell style number → how the numbers under it read. */
export function readStyles(xml: string): readonly NumberKind[] {
  const codes = new Map<string, string>();
  const kinds: NumberKind[] = [];
  let isCellFormats = false;
  readAll(
    xml,
    (name, attributes) => {
      if (name === 'cellXfs') isCellFormats = true;
      const id = attribute(attributes, 'numFmtId') ?? '';
      if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      const code = codes.get(id);
      if (name === 'xf' && isCellFormats)
        kinds.push(code === undefined ? builtInKind(Number(id)) : kindOfCode(code));
    },
    (name) => {
      if (name === 'cellXfs') isCellFormats = false;
    },
  );
  return kinds;
}

/** The sheets a setting asks for: a name, a number from 1, `*`, or nothing for the first that is not hidden. */
export function chooseSheets({ sheets }: Workbook, wanted: string): readonly Sheet[] {
  if (wanted === '*') return sheets;
  const chosen =
    wanted === ''
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : (sheets.find(({ name }) => name === wanted) ??
        (/^\d+$/.test(wanted) ? sheets[Number(wanted) - 1] : undefined));
  if (chosen !== undefined) return [chosen];
  return refuseFile('sheet_not_found', { wanted, names: sheets.map(({ name }) => name).join(', ') });
}

function readAll(xml: string, open: XmlHandler['open'], close: XmlHandler['close'] = () => {}): void {
  const tokens = new XmlTokens({ open, close, text: () => {} });
  // In pieces: one token, not the whole part, is what the limit is about.
  for (let at = 0; at < xml.length; at += 65_536) tokens.push(xml.slice(at, at + 65_536));
  tokens.end();
}

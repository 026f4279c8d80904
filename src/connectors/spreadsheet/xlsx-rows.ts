import { type NumberKind, numberText } from './excel-number.ts';
import { CELL_CHARS_MAX, COLUMNS_MAX } from './limits.ts';
import { refuseFile } from './refuse-file.ts';
import { columnOf, type Row, type RowTrouble } from './table.ts';
import { type SharedStrings, unescapeText } from './xlsx-strings.ts';
import { attribute, type XmlHandler } from './xml-tokens.ts';

export interface CellContext {
  readonly strings: SharedStrings;
  readonly kinds: readonly NumberKind[];
  readonly is1904: boolean;
}

/** Reads a worksheet's XML; rows collect here until they are taken. Everything outside the rows is passed over. */
export class XlsxRows implements XmlHandler {
  readonly #context: CellContext;
  #rows: Row[] = [];
  #number = 0;
  #cells: string[] = [];
  #trouble: RowTrouble | null = null;
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #hasValue = false;
  #hasFormula = false;
  #isText = false;
  #aids = 0;

  constructor(context: CellContext) {
    this.#context = context;
  }

  take(): Row[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#isText = this.#hasValue = true;
    else if (name === 't') this.#isText = this.#hasValue = this.#aids === 0;
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'rPh') this.#aids += 1;
    else if (name === 'row') this.#openRow(attributes);
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't') this.#isText = false;
    else if (name === 'rPh') this.#aids -= 1;
    else if (name === 'row') this.#closeRow();
  }

  text(text: string): void {
    if (this.#isText) this.#value += text;
  }

  #openRow(attributes: string): void {
    const number = Number(attribute(attributes, 'r') ?? this.#number + 1);
    if (!Number.isInteger(number) || number <= this.#number)
      refuseFile('file_damaged', { why: `row ${number}` });
    this.#number = number;
    this.#cells = [];
    this.#trouble = null;
    this.#column = -1;
  }

  #closeRow(): void {
    this.#rows.push({ number: this.#number, cells: this.#cells, trouble: this.#trouble, unfinished: false });
  }

  #openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    this.#column = reference === null ? this.#column + 1 : columnOf(reference);
    this.#type = attribute(attributes, 't') ?? 'n';
    this.#style = Number(attribute(attributes, 's') ?? 0);
    this.#value = '';
    this.#hasValue = this.#hasFormula = false;
  }

  #closeCell(): void {
    const text = this.#hasValue ? this.#cellText() : '';
    if (this.#hasFormula && !this.#hasValue) this.#note('formula_without_value');
    if (text === '') return;
    if (this.#column < 0) refuseFile('file_damaged', { why: 'cell reference' });
    if (this.#column >= COLUMNS_MAX) refuseFile('too_many_columns', { limit: String(COLUMNS_MAX) });
    if (text.length > CELL_CHARS_MAX) this.#note('cell_too_long');
    if (text.includes('\0') || text.includes('\uFFFD')) this.#note('text_undecodable');
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  #cellText(): string {
    const { strings, kinds, is1904 } = this.#context;
    const value = this.#value;
    switch (this.#type) {
      case 's':
        return strings.at(Number(value)) ?? refuseFile('file_damaged', { why: `shared string ${value}` });
      case 'n':
        return numberText(value.trim(), kinds[this.#style] ?? 'number', is1904);
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      default:
        return unescapeText(value);
    }
  }

  #note(code: string): void {
    this.#trouble ??= { code, column: this.#column, params: { limit: String(CELL_CHARS_MAX) } };
  }
}

import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import type excel from 'exceljs';
import { escapeForSpreadsheet } from '#connectors/kit/escape-for-spreadsheet.ts';
import { excelNumber } from './excel-number.ts';
import type { Cell, Column, Sheet } from './sheet.ts';

/** Rows of one worksheet; Excel takes 1,048,576. What is more goes on in the next. */
const SHEET_ROWS_MAX = 1_000_000;
const WIDTH = 14;
const BOM = '\ufeff';

/** The sheet as a CSV file: UTF-8 with its mark, text made harmless for programs that would run it as a formula. */
export function writeCsv({ columns, rows, language }: Sheet): Readable {
  async function* lines() {
    yield BOM + csvLine(columns.map(({ title }) => title[language]));
    for await (const cells of rows) {
      yield csvLine(cells.map((cell, i) => csvCell(cell, columns[i])));
    }
  }
  return Readable.from(lines());
}

function csvCell(cell: Cell, column: Column | undefined): string {
  if (cell === null) return '';
  return column?.kind === 'decimal' && 'value' in excelNumber(cell) ? cell : escapeForSpreadsheet(cell);
}

function csvLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\r\n`;
}

/**
 * The sheet as an Excel workbook, written while it is read, so that its size does not matter. Texts are cells of type
 * text, which no program evaluates; numbers are numbers as long as they keep every digit.
 */
export function writeXlsx(sheet: Sheet): Readable {
  const out = new PassThrough();
  writeBook(sheet, out).catch((error: Error) => out.destroy(error));
  return out;
}

async function writeBook(sheet: Sheet, out: PassThrough): Promise<void> {
  // Loaded by the first export: it takes a fifth of a second, which every start would wait for.
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  await writeRows(book, sheet, out);
  await book.commit();
}

async function writeRows(
  book: excel.stream.xlsx.WorkbookWriter,
  sheet: Sheet,
  out: PassThrough,
): Promise<void> {
  let page = newPage(book, sheet, 1);
  let written = 0;
  for await (const cells of sheet.rows) {
    if (written > 0 && written % SHEET_ROWS_MAX === 0) {
      page.commit();
      page = newPage(book, sheet, written / SHEET_ROWS_MAX + 1);
    }
    writeRow(page, cells, sheet.columns);
    written += 1;
    // Whoever reads slowly must not have the file heaped up here, and whoever has gone is not written to.
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    if (out.destroyed) return;
  }
  page.commit();
}

function newPage(book: excel.stream.xlsx.WorkbookWriter, { name, columns, language }: Sheet, no: number) {
  const title = name.replace(/[[\]*?/\\:]/g, ' ').slice(0, 26);
  const page = book.addWorksheet(no === 1 ? title : `${title} ${no}`, {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  page.columns = columns.map(({ width = WIDTH }) => ({ width }));
  const head = page.addRow(columns.map(({ title: text }) => text[language]));
  head.font = { bold: true };
  head.commit();
  return page;
}

function writeRow(page: excel.Worksheet, cells: readonly Cell[], columns: readonly Column[]): void {
  const row = page.addRow([]);
  for (const [i, text] of cells.entries()) {
    if (text === null || text === '') continue;
    const cell = row.getCell(i + 1);
    const number = columns[i]?.kind === 'decimal' ? excelNumber(text) : { text };
    if ('text' in number) {
      cell.value = number.text;
      continue;
    }
    cell.value = number.value;
    cell.numFmt = number.format;
  }
  row.commit();
}

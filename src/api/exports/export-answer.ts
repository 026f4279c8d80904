import Type from 'typebox';
import { ok } from '#api/http/answer.ts';
import type { RawRequest } from '#api/http/route.ts';
import { audit } from '#storage/audit-log.ts';
import type { Database } from '#storage/database.ts';
import type { Sheet } from './sheet.ts';
import { writeCsv, writeXlsx } from './write-sheet.ts';

/** What every export takes beside the filters of the list it is of. */
export const EXPORT_FORMAT = {
  format: Type.Optional(Type.Union([Type.Literal('xlsx'), Type.Literal('csv')], { default: 'xlsx' })),
};

export const ExportFile = Type.Unknown({ description: 'The file: an Excel workbook or CSV in UTF-8' });

/** What a file of an export is, by its format. */
export const EXPORT_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
} as const;

export interface Export {
  readonly database: Database;
  readonly raw: RawRequest;
  readonly sheet: Sheet;
  readonly format: 'xlsx' | 'csv' | undefined;
  /** What is exported, for the audit log: `book:demo`. */
  readonly subject: string;
}

/** The sheet as a file that arrives while it is read. That it left the house is in the audit log before its first byte. */
export async function answerExport({ database, raw, sheet, format = 'xlsx', subject }: Export) {
  const query: unknown = raw.query;
  await database.transaction((tx) =>
    audit(tx, {
      actor: raw.principal,
      action: 'export',
      subject,
      details: { what: sheet.name, format, query },
    }),
  );
  const file = format === 'csv' ? writeCsv(sheet) : writeXlsx(sheet);
  return ok(file, {
    'content-type': format === 'csv' ? `${EXPORT_TYPES.csv}; charset=utf-8` : EXPORT_TYPES.xlsx,
    'content-disposition': `attachment; filename="${asciiOf(sheet.name)}.${format}"; filename*=UTF-8''${encodeURIComponent(sheet.name)}.${format}`,
    'x-content-type-options': 'nosniff',
  });
}

function asciiOf(name: string): string {
  return name.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '') || 'export';
}

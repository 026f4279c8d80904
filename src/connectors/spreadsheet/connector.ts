import { defineConnector } from '#connectors/kit/connector.ts';
import { readFile } from './read-file.ts';
import { settings } from './settings.ts';

/** CSV, TSV and Excel files, also gzipped or zipped: one record for each data row. What they look like: README.md. */
export const spreadsheet = defineConnector({
  name: 'spreadsheet',
  title: { zh: '电子表格（CSV、Excel）', en: 'Spreadsheet (CSV, Excel)', ja: '表計算ファイル（CSV、Excel）' },
  settings,
  connect: () => null,
  files: readFile,
});

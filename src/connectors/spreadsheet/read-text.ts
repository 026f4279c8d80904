import type { Bytes } from './bytes.ts';
import { CsvRows } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { DELIMITERS, detectDelimiter, detectNewline } from './detect-delimiter.ts';
import { SAMPLE_BYTES } from './limits.ts';
import type { SpreadsheetSettings } from './settings.ts';
import type { Row, Table } from './table.ts';

/** A CSV or TSV file as the one table it is. */
export function readText(bytes: Bytes, settings: SpreadsheetSettings): Table {
  const facts: Record<string, string> = {};
  const texts = decodeText(bytes, {
    wanted: settings.encoding,
    found: (encoding) => {
      facts.encoding = encoding;
    },
  });
  return { sheet: '', facts, batches: readRows(texts, settings.delimiter, facts) };
}

async function* readRows(
  texts: AsyncIterable<string>,
  wanted: SpreadsheetSettings['delimiter'],
  facts: Record<string, string>,
): AsyncIterable<readonly Row[]> {
  let rows: CsvRows | null = null;
  let waiting = '';
  const start = (): CsvRows => {
    const sample = waiting.slice(0, SAMPLE_BYTES);
    const newline = detectNewline(sample);
    const delimiter = wanted === 'auto' ? detectDelimiter(sample, newline) : DELIMITERS[wanted];
    facts.delimiter = delimiter;
    return new CsvRows({ delimiter, newline });
  };
  try {
    for await (const text of texts) {
      waiting += text;
      if (rows === null && waiting.length < SAMPLE_BYTES) continue;
      rows ??= start();
      yield rows.push(waiting);
      waiting = '';
    }
  } catch (error) {
    // What arrived before a file broke off counts, also when that was less than a sample.
    if (rows === null) yield start().push(waiting);
    throw error;
  }
  rows ??= start();
  yield rows.push(waiting);
  yield rows.end();
}

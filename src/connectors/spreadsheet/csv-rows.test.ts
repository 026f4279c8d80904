import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { CsvRows } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { read } from './testing.ts';

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\n', '\r', '\t', ';', '|', ' ', 'a', '中', '🍵', '='),
    maxLength: 8,
  }),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
  );
const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });

function write(rows: readonly (readonly string[])[], delimiter: string, lineEnd: string): string {
  const quote = (text: string): string =>
    text === '' || new RegExp(`["\\r\\n${delimiter}]`).test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((cells) => cells.map(quote).join(delimiter) + lineEnd).join('');
}

/** Where to cut something of this length: pieces of the sizes given, over and over. */
function pieces(length: number, sizes: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  for (let at = 0; at < length; ) {
    const size = sizes[found.length % sizes.length] ?? 1;
    found.push([at, at + size]);
    at += size;
  }
  return found;
}

test('csv: what is written is read again, however it is delimited and wherever it is cut', () => {
  const delimiters = fc.constantFrom(',', '\t', ';', '|');
  const lineEnds = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(table, cuts, delimiters, lineEnds, (rows, sizes, delimiter, lineEnd) => {
      const reader = new CsvRows({ delimiter, newline: '\n' });
      const text = write(rows, delimiter, lineEnd);
      const found = pieces(text.length, sizes).flatMap(([from, to]) => reader.push(text.slice(from, to)));
      found.push(...reader.end());
      assert.deepEqual(
        found.map(({ cells }) => cells),
        rows,
      );
      assert.deepEqual(
        found.map(({ number }) => number),
        rows.map((_, i) => i + 1),
      );
    }),
    { numRuns: 500 },
  );
});

test('csv: text survives any encoding it is detected in, wherever the bytes are cut', async () => {
  const characters = fc.string({
    unit: fc.constantFrom('中', '文', '金', '额', 'a', '1', ',', '\n', '￥', '🍵'),
    minLength: 20,
  });
  const encodings = fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be');
  await fc.assert(
    fc.asyncProperty(characters, cuts, encodings, async (text, sizes, encoding) => {
      const bytes = iconv.encode(`单号,金额\n${text}`, encoding, { addBOM: encoding.startsWith('utf-16') });
      const chunks = pieces(bytes.length, sizes).map(([from, to]) => bytes.subarray(from, to));
      let found = '';
      const names: string[] = [];
      const decoding = { wanted: 'auto', found: (name: string) => names.push(name) } as const;
      for await (const piece of decodeText(ReadableStream.from(chunks), decoding)) found += piece;
      assert.deepEqual([found, names], [`单号,金额\n${text}`, [encoding]]);
    }),
  );
});

test('csv: every value comes back through the whole connector', async () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((word) => !/[\0\uFFFD]/.test(word));
  const rows = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(rows, async (values) => {
      const file = write([['a', 'b'], ...values], ',', '\n');
      const settings = {
        headerRow: 1,
        trim: false,
        guards: false,
        footerContains: [],
        delimiter: 'comma',
        encoding: 'utf-8',
      };
      const found = await read(file, settings);
      const seen = [...found.rows, ...skippedOf(found.summaries)].length;
      assert.deepEqual([found.stopped, seen], [null, values.length]);
      for (const row of found.rows) assert.deepEqual([row.a, row.b], values[Number(row._row) - 2]);
    }),
  );
});

/** Rows that repeat the header: they are no data, and in the summary. */
function skippedOf(summaries: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] {
  return summaries.flatMap(({ skipped }) => (Array.isArray(skipped) ? skipped.slice(1) : []));
}

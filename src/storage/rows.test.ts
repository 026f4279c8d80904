import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { type Columns, insertFrom, insertRows, listLiteral } from './rows.ts';
import { freshDatabase } from './testing/fresh-database.ts';

const database = await freshDatabase({ after });
await database.script(`create table things (
  i int, word text, words text[], number bigint, flag boolean, at timestamptz, bytes bytea, body jsonb, plain json)`);

interface Thing {
  readonly word: string | null;
  readonly words: readonly string[] | null;
  readonly number: bigint | null;
  readonly flag: boolean | null;
  readonly at: Date | null;
  readonly bytes: Uint8Array | null;
  readonly body: unknown;
}

const COLUMNS: Columns<Thing & { readonly i: number }> = {
  i: ['int', ({ i }) => i],
  word: ['text', ({ word }) => word],
  words: ['text[]', ({ words }) => words && listLiteral(words)],
  number: ['int8', ({ number }) => number],
  flag: ['boolean', ({ flag }) => flag],
  at: ['timestamptz', ({ at }) => at],
  bytes: ['bytea', ({ bytes }) => bytes],
  body: ['jsonb', ({ body }) => (body === undefined ? null : JSON.stringify(body))],
  plain: ['json', ({ body }) => (body === undefined ? null : JSON.stringify(body))],
};

const EMPTY: Thing = {
  word: null,
  words: null,
  number: null,
  flag: null,
  at: null,
  bytes: null,
  body: undefined,
};

async function roundTrip(things: readonly Thing[]): Promise<unknown[]> {
  await database.script('truncate things');
  await insertFrom(
    database,
    { table: 'things', columns: COLUMNS },
    things.map((thing, i) => ({ ...thing, i })),
  );
  const rows = await database.query<Record<string, unknown>>('select * from things order by i');
  return rows.map(({ i: _, body, plain, bytes, ...rest }) => {
    assert.deepEqual(body, plain);
    return {
      ...rest,
      bytes: bytes instanceof Uint8Array ? new Uint8Array(bytes) : bytes,
      body: body ?? undefined,
    };
  });
}

// What somebody may have typed into a cell.
for (const text of [
  '',
  ' ',
  'NULL',
  'null',
  'Null',
  '{}',
  '{a,b}',
  '{"a"}',
  ',',
  'a,b',
  '"',
  '""',
  '\\',
  '\\\\',
  '\\"',
  '\\N',
  '\\x41',
  "'; drop table things; --",
  "' or 1=1 --",
  '$1',
  '=cmd|"/c calc"!A1',
  'tab\there',
  'line\nbreak\r\n',
  'part\u001fed',
  '\u001f',
  '\u0001\u007f\u0085\u2028',
  '😀𠮷👨‍👩‍👧',
  '金蝶（含税）',
  '\u202Eright to left',
  'nan',
  't',
]) {
  test(`rows: ${JSON.stringify(text)} comes back as it went in`, async () => {
    const things = [
      { ...EMPTY, word: text, words: [text, text], body: { [text]: [text] } },
      { ...EMPTY, word: `${text}${text}`, words: [], body: text },
    ];
    assert.deepEqual(await roundTrip(things), things);
  });
}

test('rows: a character that PostgreSQL cannot hold is refused, nothing is written', async () => {
  await database.script('truncate things');
  await assert.rejects(
    insertRows(database, 'things', { i: 'int', word: 'text' }, [
      { i: 1, word: 'fine' },
      { i: 2, word: 'a\u0000b' },
    ]),
    /invalid byte sequence/,
  );
  assert.deepEqual(await database.query('select * from things'), []);
});

test('rows: no rows ask nothing of the database', async () => {
  const closed = { query: () => assert.fail(), script: () => assert.fail() };
  assert.deepEqual(await insertRows(closed, 'things', { i: 'int' }, []), []);
});

test('rows: what `returning` names comes back in the order of the rows', async () => {
  await database.script('truncate things');
  const rows = Array.from({ length: 500 }, (_, i) => ({ i }));
  assert.deepEqual(await insertRows(database, 'things', { i: 'int' }, rows, { returning: 'i' }), rows);
});

const aText = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0') && text.isWellFormed());
const aThing: fc.Arbitrary<Thing> = fc.record({
  word: fc.option(aText),
  words: fc.option(fc.array(aText, { maxLength: 4 })),
  number: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
  flag: fc.option(fc.boolean()),
  at: fc.option(fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })),
  bytes: fc.option(fc.uint8Array({ maxLength: 40 })),
  body: fc.oneof(
    fc.constant(undefined),
    fc.dictionary(aText, aText),
    fc.array(fc.oneof(aText, fc.integer(), fc.boolean())),
  ),
});

test('rows: whatever text, number, moment, bytes and JSON go in come out the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aThing, { minLength: 1, maxLength: 8 }), async (things) => {
      const plain = things.map((thing) => ({
        ...thing,
        body: thing.body && JSON.parse(JSON.stringify(thing.body)),
      }));
      assert.deepEqual(await roundTrip(things), plain);
    }),
    { numRuns: 200 },
  );
});

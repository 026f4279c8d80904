import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileRecord } from '#connectors/kit/connector.ts';
import { spreadsheet } from '#connectors/spreadsheet/connector.ts';
import type { MappedRecord } from '#core/flows/compile-flow.ts';
import { journalize } from '#core/journalize/journalize.ts';
import { checkVoucher } from '#core/validation/check-voucher.ts';
import { readCompany } from './company.ts';
import { TILL_CONNECTIONS } from './connections.ts';
import { demoBook } from './demo-book.ts';
import { generateTills, type TillFile } from './generate-tills.ts';
import { addUp, crosswalkOf, keyOf, loadFlow } from './test-flows.ts';

const company = readCompany();
const book = demoBook(company);
const generated = await generateTills(company, 1);

async function recordsOf({ connection, name, bytes }: TillFile): Promise<FileRecord[]> {
  const settings = spreadsheet.settings.parse(
    TILL_CONNECTIONS.find(({ code }) => code === connection)!.settings,
  );
  assert.ok(settings.ok);
  const source = {
    name,
    bytes: (async function* () {
      yield bytes;
    })(),
  };
  const records: FileRecord[] = [];
  for await (const record of spreadsheet.files!(source, settings.value, AbortSignal.timeout(60_000)))
    records.push(record);
  return records;
}

for (const [connection, flowName] of [
  ['till-tea', 'pos-tea'],
  ['till-paper', 'pos-paper'],
] as const) {
  const file = generated.files.find((each) => each.connection === connection)!;
  const flow = loadFlow(flowName);

  test(`${file.name} becomes one voucher for each shop and day, as its truth says`, async () => {
    const records = (await recordsOf(file)).filter(({ kind }) => kind === flow.flow.source.kind);
    assert.equal(records.length, file.rows);
    const raw = records.map((record): unknown => JSON.parse(Buffer.from(record.raw).toString('utf8')));
    const mapped = flow.run(raw, { crosswalk: crosswalkOf(company) });
    assert.deepEqual(
      mapped.flatMap(({ findings }: MappedRecord) => findings),
      [],
    );
    const documents = mapped.flatMap((one) => one.documents);
    const vouchers = journalize(documents, flow.templates, book, { preparedBy: 'test' });
    const shown = vouchers.map(({ draft, documents: [first] }) => {
      const findings = checkVoucher(draft!, { book, today: '2026-11-21' });
      assert.deepEqual(findings, []);
      return `${documents[first!]!.fields.store} ${draft!.date}: ${addUp(draft!.lines).sort().join(' | ')}`;
    });
    const expected = generated.truth
      .filter(({ number }) => number.startsWith(connection === 'till-tea' ? 'A' : 'B'))
      .map(({ number, entries }) => `${number}: ${entries.map(keyOf).sort().join(' | ')}`);
    assert.deepEqual(shown.sort(), expected.sort());
  });
}

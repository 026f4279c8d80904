import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { freshDatabaseUrl } from '#storage/testing/fresh-database.ts';

const run = promisify(execFile);
const main = join(import.meta.dirname, '../../src/app/main.ts');

test('the demo ends with a proof that holds, and with figures that say what became of everything', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tongzhang-demo-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  // Only the server of this address is used: the demo makes a database of its own there.
  const env = { ...process.env, DATABASE_URL: await freshDatabaseUrl(t), TONGZHANG_FOLDER: folder };
  const { stdout } = await run(process.execPath, [main, 'demo', '--exit', '--json'], { env });
  const said: unknown = JSON.parse(stdout);
  assert.ok(typeof said === 'object' && said !== null);
  assert.ok(
    'holds' in said && 'vouchers' in said && 'delivered' in said && 'stuck' in said && 'heldByCode' in said,
  );
  assert.equal(said.holds, true);
  assert.equal(said.delivered, said.vouchers);
  assert.equal(said.stuck, 0);
  assert.deepEqual(said.heldByCode, {
    field_missing: 15,
    amount_not_a_number: 5,
    crosswalk_missing: 5,
    duplicate_document: 5,
    future_date: 5,
    no_rule_matches: 5,
    period_missing: 5,
    quantity_not_positive: 5,
    total_mismatch: 5,
  });
});

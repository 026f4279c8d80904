import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { freshWorld, idOf, operateIn, saveIn, voucherModel } from './testing.ts';

test('store: what was answered is there after a restart, a torn line is not, and the last line of an id is its state', (t) => {
  const store = mkdtempSync(join(tmpdir(), 'k3cloud-'));
  t.after(() => rmSync(store, { recursive: true }));
  const first = freshWorld({}, store);
  const [kept = 0, gone = 0] = [1, 2].map((at) =>
    idOf(saveIn(first, 'Save', { Model: voucherModel({ F_TZ_KEY: `k${at}` }) })),
  );
  for (const step of ['Submit', 'Audit']) operateIn(first, step, { Ids: String(kept) });
  operateIn(first, 'Delete', { Ids: String(gone) });
  saveIn(first, 'Save', { Model: { FNumber: 'C1', FName: '客户' } }, 'BD_Customer');
  first.close();
  appendFileSync(join(store, 'vouchers.ndjson'), '{"id":1,"torn');

  const second = freshWorld({}, store);
  assert.deepEqual(second.vouchers.get(kept), first.vouchers.get(kept));
  assert.equal(second.vouchers.get(gone), undefined);
  assert.equal(second.table('BD_Customer').byNumber('C1')?.status, 'A');
  const next = idOf(saveIn(second, 'Save', { Model: voucherModel() }));
  assert.equal(second.vouchers.get(next)?.number, 2);
  second.close();

  const lines = readFileSync(join(store, 'vouchers.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const last = new Map(lines.map((line) => [line.id, line]));
  assert.deepEqual(
    [...last.values()].map((line) => [line.businessKey, line.status, line.deleted === true]),
    [
      ['k1', 'C', false],
      ['k2', 'A', true],
      [null, 'A', false],
    ],
  );
  assert.deepEqual(
    last.get(kept).entries.map((entry: { debit: string; credit: string }) => [entry.debit, entry.credit]),
    [
      ['113.00', '0.00'],
      ['0.00', '113.00'],
    ],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshWorld, idOf, messagesOf, operateIn, saveIn, voucherModel } from './testing.ts';

/** How a fresh document gets into each state. */
const WAY: Readonly<Record<string, readonly string[]>> = {
  Z: [],
  A: [],
  B: ['Submit'],
  C: ['Submit', 'Audit'],
  D: ['Submit', 'Audit', 'UnAudit'],
};

// From each state, where an operation leads; `-` for a refusal that changes nothing.
//                  Submit Audit UnAudit CancelAssign Delete
for (const [from, ...to] of [
  ['Z', '-', '-', '-', '-', 'gone'],
  ['A', 'B', '-', '-', '-', 'gone'],
  ['B', '-', 'C', '-', 'D', '-'],
  ['C', '-', '-', 'D', '-', '-'],
  ['D', 'B', '-', '-', '-', 'gone'],
] as const) {
  for (const [at, operation] of ['Submit', 'Audit', 'UnAudit', 'CancelAssign', 'Delete'].entries()) {
    test(`life: ${operation} in ${from} → ${to[at]}`, () => {
      const world = freshWorld();
      const id = idOf(saveIn(world, from === 'Z' ? 'Draft' : 'Save', { Model: voucherModel() }));
      for (const step of WAY[from] ?? []) operateIn(world, step, { Ids: String(id) });
      assert.equal(world.vouchers.get(id)?.status, from);
      const answer = operateIn(world, operation, { Ids: String(id) });
      assert.equal(world.vouchers.get(id)?.status ?? 'gone', to[at] === '-' ? from : to[at]);
      assert.equal(messagesOf(answer) === '', to[at] !== '-');
    });
  }
}

test('life: a list is done as far as it can be, each trouble named by its place', () => {
  const world = freshWorld();
  const ids = [1, 2, 3].map(() => idOf(saveIn(world, 'Save', { Model: voucherModel() })));
  operateIn(world, 'Submit', { Ids: ids[1] });
  const answer = JSON.parse(operateIn(world, 'Submit', { Ids: [...ids, 7].join(',') })).Result.ResponseStatus;
  assert.deepEqual(
    answer.SuccessEntitys.map((each: { DIndex: number }) => each.DIndex),
    [0, 2],
  );
  assert.deepEqual(
    answer.Errors.map((each: { DIndex: number }) => each.DIndex),
    [1, 3],
  );
});

test('life: posted vouchers, locked vouchers and closed periods stay as they are', () => {
  const world = freshWorld();
  const id = idOf(saveIn(world, 'Save', { Model: voucherModel(), IsAutoSubmitAndAudit: true }));
  assert.equal(world.vouchers.get(id)?.status, 'C');
  operateIn(world, 'Post', { Ids: String(id) });
  assert.match(messagesOf(operateIn(world, 'UnAudit', { Ids: String(id) })), /已过账/);
  operateIn(world, 'UnPost', { Ids: String(id) });
  world.locked.add(id);
  assert.match(operateIn(world, 'UnAudit', { Ids: String(id) }), /"MsgCode":13/);
});

test('life: a customer is forbidden and enabled; a forbidden one cannot be used', () => {
  const world = freshWorld();
  const saved = saveIn(world, 'Save', { Model: { FNumber: 'C1', FName: '客户一' } }, 'BD_Customer');
  assert.equal(world.table('BD_Customer').usable('C1'), undefined);
  for (const step of ['Submit', 'Audit']) operateIn(world, step, { Numbers: ['C1'] }, 'BD_Customer');
  assert.equal(world.table('BD_Customer').usable('C1')?.id, idOf(saved));
  operateIn(world, 'Forbid', { Ids: String(idOf(saved)) }, 'BD_Customer');
  assert.equal(world.table('BD_Customer').usable('C1'), undefined);
});

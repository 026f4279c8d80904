import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Edits,
  pairsToSave,
  pastedOver,
  statesOf,
  withAdded,
  withPastedRows,
} from './crosswalk-rows.ts';

const known = {
  pairs: new Map([
    ['A', '1'],
    ['B', '2'],
  ]),
  isWhole: true,
};
const none: Edits = { added: [], changed: new Map() };

test('crosswalk rows: what each added row would do, against what is kept', () => {
  const rows = [
    ['A', '1'],
    ['B', '9'],
    ['C', '3'],
    ['C', '4'],
    ['D', ''],
    ['', ''],
  ].map(([from = '', to = ''], id) => ({ id, from, to }));
  const states = (of: typeof known) => [...statesOf(rows, of).values()].join();
  assert.equal(states(known), 'same,changed,duplicate,added,incomplete,blank');
  assert.equal(states({ ...known, isWhole: false }), 'same,changed,duplicate,replaces,incomplete,blank');
  const edits = {
    added: rows,
    changed: new Map([
      ['A', '7 '],
      ['B', '2'],
    ]),
  };
  assert.deepEqual(pairsToSave(edits, known), [
    { from: 'A', to: '7' },
    { from: 'B', to: '9' },
    { from: 'C', to: '4' },
  ]);
});

test('crosswalk rows: two columns of Excel are rows of their own, one column fills what it was pasted on', () => {
  const begun = withAdded(none, 'X');
  const two = withPastedRows(begun.added, { at: 0, column: 'to' }, [
    ['C', '3'],
    ['D', '4'],
  ]);
  assert.deepEqual(
    two.map(({ from, to }) => `${from}=${to}`),
    ['C=3', 'D=4'],
  );
  const one = withPastedRows(begun.added, { at: 0, column: 'to' }, [['5'], ['6']]);
  assert.deepEqual(
    one.map(({ from, to }) => `${from}=${to}`),
    ['X=5', '=6'],
  );

  const below = [
    { from: 'A', to: '1' },
    { from: 'B', to: '2' },
  ];
  assert.deepEqual(
    [...pastedOver(none, below, [['8'], ['9'], ['10']]).changed],
    [
      ['A', '8'],
      ['B', '9'],
    ],
  );
  assert.equal(
    pastedOver(none, below, [
      ['C', '3'],
      ['D', '4'],
    ]).added.length,
    2,
  );
});

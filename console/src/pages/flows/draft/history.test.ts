import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginHistory, change, redo, undo } from './history.ts';

test('history: typing into one box is one step; what was taken back comes again until something else is written', () => {
  let history = beginHistory('0');
  for (const text of ['1', '12', '123']) history = change(history, text, 'box');
  history = change(history, 'x');
  assert.equal(undo(history).text, '123');
  assert.equal(undo(undo(history)).text, '0');
  assert.equal(redo(undo(history)).text, 'x');
  assert.equal(redo(change(undo(history), 'y')).text, 'y');
});

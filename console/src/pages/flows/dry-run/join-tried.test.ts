import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changedParts, countOutcomes, joinTried } from './join-tried.ts';

const tried = (recordId: string | null, outcome: 'posted' | 'held' | 'ignored') => ({
  recordId,
  externalId: `#${recordId}`,
  outcome,
  documents: [],
  vouchers: [],
  findings: [],
});
const finding = { code: 'x', at: '', params: {}, title: '', advice: '' };
const compared = {
  recordId: '7',
  externalId: '#7',
  documents: [],
  vouchers: { isChanged: true, before: [], after: [] },
  findings: { before: [], after: [finding] },
};

test('dry run: differences stand beside their record; samples have none', () => {
  const rows = joinTried([tried('7', 'held'), tried('8', 'posted'), tried(null, 'posted')], [compared]);
  assert.deepEqual(
    rows.map((row) => row.compared?.recordId ?? null),
    ['7', null, null],
  );
});

test('dry run: outcomes are counted, and what differs is named', () => {
  const standing = { ...tried('4', 'ignored'), reason: 'unchanged' };
  const all = [tried('1', 'posted'), tried('2', 'posted'), tried('3', 'ignored'), standing];
  assert.deepEqual(countOutcomes(all), { posted: 2, held: 0, same: 1, ignored: 1 });
  assert.deepEqual(changedParts(compared), ['changeVoucher', 'changeFindings']);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalPosting, type PostingFacts } from './canonical-posting.ts';

const base: PostingFacts = {
  bookId: 1,
  postingId: 7n,
  firstVoucherId: 41n,
  lastVoucherId: 42n,
  lineCount: 5,
  postedAt: new Date('2026-03-15T08:00:00.123Z'),
  postedBy: 'tongzhang',
};
const hashes = { root: 'aa', previous: 'bb' };

test('canonical: the text of a posting, once and for all (a change here breaks every stored hash)', () => {
  assert.equal(
    canonicalPosting(base, hashes),
    '["tongzhang-posting-2",1,"7","41","42",5,"2026-03-15T08:00:00.123Z","tongzhang","aa","bb"]',
  );
});

test('canonical: a change anywhere in a posting shows', () => {
  const changed: PostingFacts[] = [
    { ...base, bookId: 2 },
    { ...base, postingId: 8n },
    { ...base, firstVoucherId: 40n },
    { ...base, lastVoucherId: 43n },
    { ...base, lineCount: 6 },
    { ...base, postedAt: new Date('2026-03-15T08:00:00.124Z') },
    { ...base, postedBy: 'tongzhang",' },
  ];
  const texts = new Set([base, ...changed].map((posting) => canonicalPosting(posting, hashes)));
  texts.add(canonicalPosting(base, { ...hashes, root: 'ab' }));
  texts.add(canonicalPosting(base, { ...hashes, previous: 'ba' }));
  assert.equal(texts.size, changed.length + 3);
});

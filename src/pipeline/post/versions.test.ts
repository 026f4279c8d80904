import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { showBook, showOutcomes, showVouchers } from '#pipeline/testing/show-book.ts';
import { tell } from '#pipeline/testing/story.ts';
import { testWorld } from '#pipeline/testing/test-world.ts';
import { freshDatabase } from '#storage/testing/fresh-database.ts';

const database = await freshDatabase({ after });

test('post: an order becomes a voucher that its customer owes, its refund another with red amounts', async (t) => {
  const world = await testWorld(t, { database });
  await tell(world, '1 113.00 refunded 13.00 → post');
  assert.deepEqual(await showBook(world), [
    "记-1: D 1122 113.00 customer=C1 '销售 1' | C 6001 100.00 '销售 1' | C 2221.01.02 13.00 '销售 1'",
    "记-2: D 1122 -13.00 customer=C1 '退款 1-R1' | C 6001 -13.00 '退款 1-R1'",
  ]);
});

// What happens, what stands in the book, what became of each version. `of` names the voucher that a red one takes back.
for (const [story, book, outcomes] of [
  // The same again is the same record.
  ['1 113.00 → post → 1 113.00 → post', '记-1 113.00', '1 posted 记-1'],
  ['1 113.00 + 1 113.00 → post', '记-1 113.00', '1 posted 记-1'],
  // Another version that says the same to us changes nothing.
  ['1 113.00 → post → 1 113.00 rev 2 → post', '记-1 113.00', '1 posted 记-1, 1 ignored unchanged'],
  [
    '1 113.00 → post → 1 113.00 refunded 0.00 → post',
    '记-1 113.00',
    '1 posted 记-1, 1 held template_no_lines',
  ],
  // A newer version: red letter, then the new amounts.
  [
    '1 113.00 → post → 1 226.00 → post',
    '记-1 113.00, 记-2 -113.00 of 记-1, 记-3 226.00',
    '1 reversed 记-1, 1 posted 记-3',
  ],
  // Both versions wait when the worker comes: one page, or two.
  [
    '1 113.00 + 1 226.00 → post',
    '记-1 113.00, 记-2 -113.00 of 记-1, 记-3 226.00',
    '1 reversed 记-1, 1 posted 记-3',
  ],
  [
    '1 113.00 → 1 226.00 → post',
    '记-1 113.00, 记-2 -113.00 of 记-1, 记-3 226.00',
    '1 reversed 记-1, 1 posted 记-3',
  ],
  // What the shop changed earlier arrives later.
  [
    '1 226.00 at 11:00 → post → 1 113.00 at 10:00 → post',
    '记-1 226.00',
    '1 posted 记-1, 1 ignored older_version',
  ],
  ['1 226.00 at 11:00 + 1 113.00 at 10:00 → post', '记-1 226.00', '1 posted 记-1, 1 ignored older_version'],
  // A shop whose clock runs years ahead: nothing was changed after it arrived.
  [
    '1 113.00 at 2099-01-01T10:00 → post → 1 226.00 at 2098-01-01T10:00 → post',
    '记-1 113.00, 记-2 -113.00 of 记-1, 记-3 226.00',
    '1 reversed 记-1, 1 posted 记-3',
  ],
  // There and back: the first version delivered once more is the first record once more.
  [
    '1 113.00 at 10:00 → post → 1 226.00 at 11:00 → post → 1 113.00 at 10:00 → post',
    '记-1 113.00, 记-2 -113.00 of 记-1, 记-3 226.00',
    '1 reversed 记-1, 1 posted 记-3',
  ],
  // There and back, and the shop says that it changed it: a third version.
  [
    '1 113.00 → post → 1 226.00 → post → 1 113.00 note back → post',
    '记-1 113.00, 记-2 -113.00 of 记-1, 记-3 226.00, 记-4 -226.00 of 记-3, 记-5 113.00',
    '1 reversed 记-1, 1 reversed 记-3, 1 posted 记-5',
  ],
  // Cancelled: its documents vanish, so what stands is taken back.
  [
    '1 113.00 → post → 1 cancelled → post',
    '记-1 113.00, 记-2 -113.00 of 记-1',
    '1 reversed 记-1, 1 ignored no_document_applies',
  ],
  [
    '1 113.00 + 1 cancelled → post',
    '记-1 113.00, 记-2 -113.00 of 记-1',
    '1 reversed 记-1, 1 ignored no_document_applies',
  ],
  ['1 cancelled → post', '', '1 ignored no_document_applies'],
  // A refund that comes later posts the refund only.
  [
    '1 113.00 → post → 1 113.00 refunded 13.00 → post',
    '记-1 113.00, 记-2 -13.00',
    '1 posted 记-1, 1 posted 记-2',
  ],
  // Another document number for the same thing.
  [
    '1 113.00 no A → post → 1 113.00 no B → post',
    '记-1 113.00, 记-2 -113.00 of 记-1, 记-3 113.00',
    '1 reversed 记-1, 1 posted 记-3',
  ],
  // Two things with one document number: the second is held, in one batch and in two.
  ['1 113.00 no A + 2 226.00 no A → post', '记-1 113.00', '1 posted 记-1, 2 held duplicate_document'],
  ['1 113.00 no A → post → 2 226.00 no A → post', '记-1 113.00', '1 posted 记-1, 2 held duplicate_document'],
  // A wrong version holds, what stands stays; the repaired one closes the exception.
  ['1 113.00 → post → 1 226.00 to C9 → post', '记-1 113.00', '1 posted 记-1, 1 held dimension_unknown'],
  // The order is unchanged, its new refund cannot be read: that must not pass for "nothing new".
  [
    '1 113.00 → post → 1 113.00 refunded x → post',
    '记-1 113.00',
    '1 posted 记-1, 1 held amount_not_a_number',
  ],
  ['1 113.00 to C9 → post → 1 113.00 → post', '记-1 113.00', '1 resolved, 1 posted 记-1'],
] as const) {
  test(`versions: ${story}`, async (t) => {
    const world = await testWorld(t, { database });
    await tell(world, story);
    assert.equal((await showVouchers(world)).join(', '), book);
    assert.equal((await showOutcomes(world)).join(', '), outcomes);
    assert.deepEqual(world.reported, []);
  });
}

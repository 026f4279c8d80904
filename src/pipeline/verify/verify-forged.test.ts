import assert from 'node:assert/strict';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { noteSigner, noteVerifier, openNote, signNote } from '#pipeline/audit/signed-note.ts';
import { rewriteHistory } from '#pipeline/testing/rewrite-history.ts';
import { differencesOf, FILE, type Signed, signedWorld } from '#pipeline/testing/signed-world.ts';
import { newPem } from '#pipeline/testing/test-checkpointer.ts';

const noteOf = (text: string, n: number) =>
  text
    .split('\n\n')
    .slice(2 * n - 2, 2 * n)
    .join('\n\n');

/** What is done to the file of checkpoints, and what `verify` says. */
const FORGING: readonly (readonly [
  what: string,
  forge: (text: string, signed: Signed) => string | Promise<string>,
  told: readonly string[],
])[] = [
  [
    'a checkpoint taken out',
    (text) => text.replace(`${noteOf(text, 2)}\n\n`, ''),
    ['log verify_checkpoint_missing checkpoint 2'],
  ],
  [
    'the first taken out',
    (text) => text.replace(`${noteOf(text, 1)}\n\n`, ''),
    ['log verify_checkpoint_missing checkpoint 1'],
  ],
  [
    'a checkpoint that says another size',
    (text) => text.replace(/\n(\d+)\n/, '\n1\n'),
    ['log verify_checkpoint_missing checkpoint 1', `log verify_checkpoint_forged ${FILE}`],
  ],
  [
    'a checkpoint signed by somebody else',
    async (text, { checkpointer }) => {
      const keys = (await checkpointer.verifierKeys()).map((key) => noteVerifier(key)!);
      const opened = openNote(`${noteOf(text, 3)}\n`, keys)!;
      return text.replace(
        `${noteOf(text, 3)}\n`,
        signNote(opened, noteSigner(opened.split('\n')[0]!, newPem())),
      );
    },
    [`log verify_checkpoint_forged ${FILE}`],
  ],
  [
    'two that changed places',
    (text) => [noteOf(text, 1), noteOf(text, 3), noteOf(text, 2), ''].join('\n\n'),
    ['log verify_checkpoint_missing checkpoint 2', `log verify_checkpoint_order ${FILE}`],
  ],
  [
    'one that is there twice',
    (text) => `${text}${noteOf(text, 3)}\n\n`,
    [`log verify_checkpoint_order ${FILE}`],
  ],
];

for (const [what, forge, told] of FORGING) {
  test(`forged: finds ${what}`, async (t) => {
    const signed = await signedWorld(t);
    const path = join(signed.folder, FILE);
    await writeFile(path, await forge(await readFile(path, 'utf8'), signed));
    assert.deepEqual(await differencesOf(signed), told);
  });
}

test('forged: checkpoints missing at the end are found once they must have been written', async (t) => {
  const signed = await signedWorld(t);
  const path = join(signed.folder, FILE);
  await rename(path, `${path}.away`);
  assert.deepEqual(await differencesOf(signed), [], 'a crash may come between the database and the file');
  await rewriteHistory(signed.database, "update audit_log set at = at - interval '10 minutes'");
  assert.deepEqual(await differencesOf(signed), ['log verify_checkpoint_missing checkpoint 1–3']);
});

test('forged: only the key that is trusted counts', async (t) => {
  const signed = await signedWorld(t);
  const { verifierKey } = noteSigner('tongzhang-other', newPem());
  const told = await differencesOf(signed, { publicKey: verifierKey });
  assert.deepEqual(told, [`log verify_checkpoint_forged ${FILE}`]);
});

test('forged: files that were lost are written again from the database', async (t) => {
  const signed = await signedWorld(t);
  await rm(join(signed.folder, FILE));
  await signed.checkpointer.make();
  assert.deepEqual(await differencesOf(signed), []);
});

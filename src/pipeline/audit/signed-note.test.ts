import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { type Checkpoint, checkpointText, readCheckpoint } from './checkpoint.ts';
import { noteSigner, noteVerifier, openNote, signNote } from './signed-note.ts';

const pem = () => String(generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }));
const signer = noteSigner('log-1', pem());
const verifier = noteVerifier(signer.verifierKey)!;
const TEXT = 'log-1\n2\nroot\n';

/** The example of C2SP signed-note.md, made by another implementation (golang.org/x/mod/sumdb/note). */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETERS_NOTE =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n" +
  '\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

test('note: one that another implementation signed is believed', () => {
  assert.equal(openNote(PETERS_NOTE, [noteVerifier(PETER)!]), `${PETERS_NOTE.split('\n\n')[0]}\n`);
});

const note = signNote(TEXT, signer);
for (const [what, changed, believed] of [
  ['as it was signed', note, true],
  ['another text', note.replace('2', '3'), false],
  ['another signature', note.replace(/(.{8})=+\n$/, (_, end: string) => `${end.toLowerCase()}==\n`), false],
  ['signed by another key of the same name', signNote(TEXT, noteSigner('log-1', pem())), false],
  ['signed by another name', note.replace('— log-1', '— log-2'), false],
  ['without a signature', TEXT, false],
  ['nothing', '', false],
  ['a second signature above', note.replace('\n\n', `\n\n— other AAAA\n`), true],
] as const) {
  test(`note: ${what} is ${believed ? 'believed' : 'refused'}`, () => {
    assert.equal(openNote(changed, [verifier]), believed ? TEXT : null);
  });
}

test('note: a line that is no public key is none', () => {
  const [name, id, key] = signer.verifierKey.split('+');
  for (const line of ['', 'x', `${name}+00000000+${key}`, `${name}+${id}+AAAA`, `two words+${id}+${key}`])
    assert.equal(noteVerifier(line), null, line);
});

const checkpoint: Checkpoint = {
  origin: 'tongzhang-1',
  size: 12n,
  root: Buffer.alloc(32, 7),
  sequence: 3n,
  at: new Date('2026-03-15T08:00:00.000Z'),
  heads: [{ book: '总 账+1', postingId: 56n, hash: 'ab'.repeat(32) }],
};

test('checkpoint: the text, and back', () => {
  const text = checkpointText(checkpoint);
  assert.equal(
    text,
    `tongzhang-1\n12\n${Buffer.alloc(32, 7).toString('base64')}\nsequence 3\ntime 2026-03-15T08:00:00.000Z\n` +
      `posting %E6%80%BB%20%E8%B4%A6%2B1 56 ${'ab'.repeat(32)}\n`,
  );
  assert.deepEqual(readCheckpoint(text), checkpoint);
});

for (const [what, from, to] of [
  ['no size', '\n12\n', '\nx\n'],
  ['no root', /\n[A-Za-z0-9+/=]{44}\n/, '\nAAAA\n'],
  ['no sequence', 'sequence 3', 'sequence'],
  ['no time', 'time 2026-03-15T08:00:00.000Z', 'time then'],
  ['a head without a hash', 'ab'.repeat(32), 'ab'],
] as const) {
  test(`checkpoint: ${what}: not one`, () => {
    assert.equal(readCheckpoint(checkpointText(checkpoint).replace(from, to)), null);
  });
}

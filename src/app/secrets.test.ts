import assert from 'node:assert/strict';
import { createCipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileSecret } from './file-secret.ts';
import { openSecretBox, secretBox } from './secrets.ts';

const plain = { appSecret: '保密 s3cret', nested: { password: 'pw' } };

test('secrets: what was sealed opens again and does not show', () => {
  const box = secretBox(randomBytes(32));
  const sealed = box.seal(plain);
  assert.deepEqual(box.open(sealed), plain);
  assert.ok(!Buffer.from(sealed).includes('s3cret'));
  assert.notDeepEqual(box.seal(plain), sealed, 'the same secret twice looks different');
});

test('secrets: a wrong key and a changed byte are refused', () => {
  const sealed = secretBox(randomBytes(32)).seal(plain);
  assert.throws(() => secretBox(randomBytes(32)).open(sealed));
  const key = randomBytes(32);
  const changed = Buffer.from(secretBox(key).seal(plain));
  changed[changed.length - 1]! ^= 1;
  assert.throws(() => secretBox(key).open(changed));
});

test('secrets: what was sealed before keys had names still opens, and counts as old', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-secret-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const key = Buffer.from(await fileSecret(folder, 'key'), 'base64url');
  const box = await openSecretBox({ folder });
  for (const first of [0, 1]) {
    const iv = Buffer.concat([Buffer.of(first), randomBytes(11)]);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    const body = Buffer.concat([cipher.update(JSON.stringify(plain), 'utf8'), cipher.final()]);
    const sealed = Buffer.concat([iv, cipher.getAuthTag(), body]);
    assert.deepEqual(box.open(sealed), plain);
    assert.ok(!box.isCurrent(sealed));
  }
});

test('secrets: a file secret is made once, read the same by all, and readable by its owner only', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'tongzhang-secret-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const both = await Promise.all([fileSecret(folder, 'key'), fileSecret(folder, 'key')]);
  assert.equal(both[0], both[1]);
  assert.ok(Buffer.from(both[0], 'base64url').length === 32);
  assert.equal((await stat(join(folder, 'key'))).mode & 0o777, 0o600);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldError } from './told-error.ts';

test('an attempt that came to nothing is told as a sentence, by its code', () => {
  const told = toldError({ code: 'target_timeout', params: { attempts: 3 } }, 'zh');
  assert.partialDeepStrictEqual(told, { code: 'target_timeout', at: '', params: { attempts: '3' } });
  assert.match(told?.title ?? '', /\p{Script=Han}/u);
});

test('an attempt that came through has nothing to tell', () => {
  assert.equal(toldError(null, 'zh'), null);
  assert.equal(toldError('odd', 'zh'), null);
});

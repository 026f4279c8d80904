import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRanges } from './ip-ranges.ts';

// networks, address, whether it lies within
for (const [ranges, address, inside] of [
  ['192.0.2.7', '192.0.2.7', true],
  ['192.0.2.7', '192.0.2.8', false],
  ['192.0.2.7', '::ffff:192.0.2.7', true],
  ['192.0.2.7', '::ffff:c000:207', true],
  ['::ffff:192.0.2.7', '192.0.2.7', true],
  ['10.0.0.0/8', '10.255.0.1', true],
  ['10.0.0.0/8', '::ffff:10.1.2.3', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['::ffff:10.0.0.0/104', '10.9.9.9', true],
  ['::ffff:10.0.0.0/104', '11.9.9.9', false],
  ['2001:db8::/32', '2001:db8:ffff::1', true],
  ['2001:db8::/32', '2001:db9::1', false],
  ['::/0', '192.0.2.7', false],
  ['0.0.0.0/0', '2001:db8::1', false],
  ['10.0.0.0/8 2001:db8::/32', '2001:db8::1', true],
  ['0.0.0.0/0', 'unknown', false],
  ['0.0.0.0/0', '', false],
  ['', '192.0.2.7', false],
] as const) {
  test(`ip: ${address} in ${ranges} → ${inside}`, () => {
    assert.equal(parseRanges(ranges.split(' ').filter(Boolean))?.(address), inside);
  });
}

for (const text of [
  '10.0.0.0/33',
  '10.1',
  '010.0.0.1',
  '0x7f.0.0.1',
  '2130706433',
  'host.example',
  '10.0.0.0/',
  '::/129',
]) {
  test(`ip: ${text} is no network`, () => {
    assert.equal(parseRanges([text]), null);
  });
}

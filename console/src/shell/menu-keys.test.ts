import assert from 'node:assert/strict';
import { test } from 'node:test';
import { menuKeysOf } from './menu-keys.ts';

const menu = { group: 'administration', icon: () => null } as const;
const pages = [
  { path: '/runs', menu },
  { path: '/access/people', menu },
  { path: '/access/roles', menu },
  { path: '/access', menu },
  { path: '/audit/:entry' },
  { path: '/runs/:run/steps', under: '/access/roles' },
];

for (const [address, expected] of [
  ['/runs', '/runs'],
  ['/runs/7', '/runs'],
  ['/runs-of-old', undefined],
  ['/runs/7/steps', '/access/roles'],
  ['/runs/7/steps/1', '/runs'],
  ['/access/people/3', '/access/people'],
  ['/access/duties', '/access'],
  ['/audit/9', undefined],
] as const) {
  test(`menu: ${address} stands under ${expected ?? 'nothing'}`, () => {
    assert.deepEqual(menuKeysOf(address, pages), expected === undefined ? [] : [expected]);
  });
}

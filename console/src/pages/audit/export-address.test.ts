import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportAddress } from './export-address.ts';

for (const [search, expected] of [
  ['', '/api/v1/audit/export?format=csv'],
  ['action=flow.&after=9&limit=20', '/api/v1/audit/export?format=csv&action=flow.'],
  ['from=2026-01-01&actor=', '/api/v1/audit/export?format=csv&from=2026-01-01'],
] as const) {
  test(`audit: exported with “${search}”`, () =>
    assert.equal(exportAddress(new URLSearchParams(search), 'csv'), expected));
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileNameOf } from './file-name-of.ts';

// header                                                                        name
for (const [header, name] of [
  [`attachment; filename="demo.csv"; filename*=UTF-8''%E5%87%AD%E8%AF%81%20demo.csv`, '凭证 demo.csv'],
  ['attachment; filename="demo.csv"', 'demo.csv'],
  ['attachment', 'export'],
] as const) {
  test(`file name of ${header}`, () => assert.equal(fileNameOf(header), name));
}

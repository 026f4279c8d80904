import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue, codesByArea } from './catalogue.ts';
import { findingName } from './finding-names.ts';
import { LANGUAGES } from './message.ts';

/** Areas whose codes a record can be held for; of the others only what is listed. */
const AREAS = [
  ...['voucher-lines', 'vouchers', 'business-checks'],
  ...['mapping', 'journalize', 'formulas', 'money', 'spreadsheet-rows'],
];
const OTHERS = [
  'record_not_utf8',
  'record_not_json',
  'processing_failed',
  'duplicate_document',
  'changed_after_posting',
  'changed_after_summary',
];

test('every code a record can be held for has a name without particulars', () => {
  const codes = [...AREAS.flatMap((area) => codesByArea.get(area) ?? []), ...OTHERS];
  assert.ok(codes.length > 90);
  for (const code of codes) {
    assert.ok(catalogue.has(code), code);
    for (const language of LANGUAGES) {
      const name = findingName(code, language);
      assert.ok(name && !/[{…]/.test(name), `${code} in ${language}: ${name}`);
    }
  }
  assert.equal(findingName('total_mismatch', 'zh'), null);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settings } from './settings.ts';

const base = { baseUrl: 'https://erp.example/api' };
const paged = { path: '/x', paging: 'page', query: { p: '{page}' } };

for (const [title, input, at] of [
  ['no address', {}, 'baseUrl'],
  ['basic without password', { ...base, auth: 'basic', user: 'u' }, 'password'],
  [
    'unknown place in what is signed',
    { ...base, auth: 'hmac', hmacSecret: 's', hmacCanonical: '{verb}' },
    'hmacCanonical',
  ],
  [
    'secret in a header',
    { ...base, auth: 'hmac', hmacSecret: 's', hmacHeaders: { a: '{secret}' } },
    'hmacHeaders',
  ],
  ['resources are a list', { ...base, resources: [] }, 'resources'],
  ['path without slash', { ...base, resources: { o: { path: 'x' } } }, 'resources.o.path'],
  ['unknown member', { ...base, resources: { o: { path: '/x', pages_size: 1 } } }, 'resources.o'],
  ['unknown paging', { ...base, resources: { o: { path: '/x', paging: 'scroll' } } }, 'resources.o.paging'],
  [
    'page never asked for',
    { ...base, resources: { o: { path: '/x', paging: 'page' } } },
    'resources.o.query',
  ],
  ['unknown place', { ...base, resources: { o: { ...paged, path: '/x/{id}' } } }, 'resources.o.query'],
  [
    'cursor without next',
    { ...base, resources: { o: { path: '/{cursor}', paging: 'cursor' } } },
    'resources.o.next',
  ],
  [
    'since without changed',
    { ...base, resources: { o: { path: '/x', query: { s: '{since}' } } } },
    'resources.o.changed',
  ],
  ['page size', { ...base, resources: { o: { ...paged, pageSize: 0 } } }, 'resources.o.pageSize'],
  [
    'write-back place',
    { ...base, writeBack: { find: { path: '/{id}', value: 'v' }, send: { path: '/x' } } },
    'writeBack',
  ],
  [
    'look-up by more than the key',
    {
      ...base,
      voucher: {
        find: { path: '/v/{date}', key: 'k', id: 'i', number: 'n' },
        create: { path: '/v', id: 'i', number: 'n' },
      },
    },
    'voucher',
  ],
] as const) {
  test(`settings: ${title} → setting_invalid or missing at ${at}`, () => {
    const parsed = settings.parse(input);
    assert.equal(parsed.ok ? 'accepted' : parsed.refusal.at, at);
  });
}

test('settings: structures may come as JSON text, defaults are filled in', () => {
  const parsed = settings.parse({ ...base, resources: JSON.stringify({ o: paged }) });
  assert.ok(parsed.ok);
  assert.equal(parsed.value.resources.get('o')?.pageSize, 100);
  assert.equal(parsed.value.writeBack, null);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Access } from '#access/access.ts';
import { SHIPPED_ROLES } from '#access/shipped-roles.ts';
import { checkScope } from '#api/http/check-scope.ts';
import { testHub } from '#api/testing/test-hub.ts';

const TIMES = 5_000;
const P99_MAX_MS = 1;

/** What the check adds to a request that was authenticated, for those who are limited to a book: the dearest case. */
test('access: the check adds less than a millisecond, 99 times in 100', async (t) => {
  const hub = await testHub(t);
  const grant = {
    role: 'accountant',
    permissions: new Set(SHIPPED_ROLES.get('accountant')?.permissions),
    books: new Set(['demo']),
    departments: null,
    kinds: new Set(['sale']),
    fields: [{ kind: 'payroll', field: '*', show: 'masked' }],
  } as const;
  const access = new Access({ kind: 'person', id: '1', actor: 'person:li', grants: [grant, grant, grant] });
  const said: string[] = [];
  for (const [what, permission, named] of [
    ['a book', 'books:read', { book: 'demo' }],
    ['a posting', 'documents:post', { book: 'demo', flow: 'sales' }],
  ] as const) {
    const tookMs: number[] = [];
    for (let i = 0; i < TIMES; i += 1) {
      const startedAt = performance.now();
      await checkScope({ scope: 'named', permission, named, access, context: hub.context });
      tookMs.push(performance.now() - startedAt);
    }
    tookMs.sort((a, b) => a - b);
    const at = (part: number) => tookMs[Math.floor(TIMES * part)] ?? Number.NaN;
    said.push(`${what} p50 ${at(0.5).toFixed(4)} ms, p99 ${at(0.99).toFixed(4)} ms`);
    assert.ok(at(0.99) <= P99_MAX_MS, said.join('; '));
  }
  t.diagnostic(`summary: access check: ${said.join('; ')}`);
});

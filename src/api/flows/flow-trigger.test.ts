import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testHub } from '#api/testing/test-hub.ts';

test('a flow says where it is set going from', async (t) => {
  const hub = await testHub(t);
  const headers = { host: 'hub.example.com' };
  const { status, body } = await hub.ask('GET', '/api/v1/flows/sales/trigger', { headers });
  assert.equal(status, 200, JSON.stringify(body));
  const documents = 'http://hub.example.com/api/v1/books/demo/documents?flow=sales';
  assert.deepEqual(body, {
    webhook: { url: 'http://hub.example.com/hooks/till', curl: null },
    documents: {
      url: documents,
      curl: `curl -X POST '${documents}' -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d @document.json`,
    },
  });
  assert.equal((await hub.ask('GET', '/api/v1/flows/none/trigger')).status, 404);
});

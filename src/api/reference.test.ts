import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiReference } from './reference.ts';

const text = JSON.stringify(apiReference());

test('OpenAPI: every reference leads to a component', () => {
  const { components } = apiReference();
  const schemas = Object.keys(Object(Object(components).schemas));
  for (const [, name] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)) {
    assert.ok(schemas.includes(name ?? ''), name);
  }
});

test('OpenAPI: every operation has a name of its own, a summary and its path parameters', () => {
  const seen = new Set<string>();
  for (const [path, operations] of Object.entries(Object(apiReference().paths))) {
    for (const operation of Object.values(Object(operations))) {
      const { operationId, summary, parameters = [] } = Object(operation);
      assert.ok(!seen.has(operationId), operationId);
      seen.add(operationId);
      assert.ok(summary.length > 5, operationId);
      const named = parameters
        .filter((one: { in: string }) => one.in === 'path')
        .map((one: { name: string }) => one.name);
      assert.deepEqual(
        named,
        [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]),
        path,
      );
    }
  }
});

test('OpenAPI: a schema of one name is one schema', () => {
  assert.doesNotMatch(text, /"\$id"/);
  assert.doesNotMatch(text, /"~/);
});

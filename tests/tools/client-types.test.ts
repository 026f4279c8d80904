import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientTypes } from '../../tools/generated/client-types.ts';

const answer = (schema: object) => ({ 200: { content: { 'application/json': { schema } } } });
const document = (schema: object, more: object = {}) => ({
  paths: { '/a/{b}': { get: { 'x-permission': 'a:read', responses: answer(schema), ...more } } },
  components: {
    schemas: { Thing: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } },
  },
});

// schema → type
for (const [schema, type] of [
  [{ type: 'integer' }, 'number'],
  [{ anyOf: [{ const: 'a' }, { const: 'b' }, { type: 'null' }] }, '"a" | "b" | null'],
  [{ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } }, '(string | null)[]'],
  [{ $ref: '#/components/schemas/Thing' }, "Schemas['Thing']"],
  [{ type: 'object', patternProperties: { '^.*$': { type: 'boolean' } } }, 'Record<string, boolean>'],
  [
    { type: 'object', required: ['a'], properties: { a: {}, 'b-c': { type: 'null' } } },
    "{ a: unknown; 'b-c'?: null }",
  ],
  [{ type: 'object', additionalProperties: false }, 'Record<string, never>'],
] as const) {
  test(`client types: ${JSON.stringify(schema)} is ${type}`, () => {
    const text = clientTypes(document(schema));
    assert.ok(text.includes(`content: { 'application/json': ${type} } }`), text);
  });
}

test('client types: parameters, bodies, permissions and named schemas', () => {
  const parameters = [
    { name: 'b', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'q', in: 'query', required: false, schema: { type: 'integer' } },
  ];
  const requestBody = { content: { 'application/json': { schema: { type: 'string' } } } };
  const text = clientTypes(document({ type: 'null' }, { parameters, requestBody }));
  for (const part of [
    'query?: { q?: number }; header?: never; path: { b: string }; cookie?: never',
    "requestBody: { content: { 'application/json': string } }",
    'export type Permission = "a:read";',
    '  Thing: { id: string };',
  ]) {
    assert.ok(text.includes(part), `${part} in ${text}`);
  }
});

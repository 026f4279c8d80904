import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { parseFlow } from '#core/flows/parse-flow.ts';

const guide = (name: string) => readFileSync(join(import.meta.dirname, '../../docs/guides', name), 'utf8');

function blockOf(text: string, language: string): string {
  return new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``).exec(text)?.[1] ?? '';
}

test('guides: the flow in the guide is one that the product accepts', () => {
  const parsed = parseFlow(parse(blockOf(guide('write-a-flow.md'), 'yaml')));
  assert.deepEqual(parsed.ok ? [] : parsed.refusals, []);
});

test('guides: both languages show the same flow and the same order', () => {
  for (const language of ['yaml', 'json']) {
    const english = blockOf(guide('write-a-flow.md'), language);
    assert.equal(blockOf(guide('write-a-flow.zh.md'), language), english);
    assert.notEqual(english, '');
  }
});

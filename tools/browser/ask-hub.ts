import assert from 'node:assert/strict';
import type { Visitor } from './visitor.ts';

/** What is no matter of the journey itself, done by the API in the name of whoever is signed in. */
export async function askHub<Answer = unknown>(
  { page }: Visitor,
  [method, path]: readonly ['GET' | 'POST' | 'PUT', string],
  data?: object,
): Promise<Answer> {
  const { origin } = new URL(page.url());
  const answer = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: { origin, 'sec-fetch-site': 'same-origin' },
    ...(data === undefined ? {} : { data }),
  });
  const text = await answer.text();
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${text}`);
  return JSON.parse(text || 'null');
}

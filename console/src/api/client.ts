import createClient from 'openapi-fetch';
import { localeOf } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { atGate } from './gate.ts';
import type { paths } from './paths.ts';
import { presence } from './presence.ts';
import { readProblem } from './trouble.ts';

/** The hub's API, typed by its own description. Whatever is not a success is thrown as a `ProblemError`. */
export const api = createClient<paths>({ fetch: askHub });

/** What the hub told, for an answer that always has a body. @example const book = await told(api.GET('/api/v1/books/{book}', …)) */
export async function told<Data>(
  asked: Promise<{ readonly data?: Data }>,
): Promise<Exclude<Data, undefined>> {
  const { data } = await asked;
  if (!isThere(data)) throw new Error('The hub answered nothing where it promised something.');
  return data;
}

/** The same with the tag of the thing as it stands, to be sent back by `ifMatch`. */
export async function toldWithTag<Data>(
  asked: Promise<{ readonly data?: Data; readonly response: Response }>,
): Promise<{ readonly data: Exclude<Data, undefined>; readonly tag: string | null }> {
  const { data, response } = await asked;
  return { data: await told(Promise.resolve({ data })), tag: response.headers.get('etag') };
}

/** Headers of an edit that is meant for the thing as it was read, and for nothing that came after. */
export function ifMatch(tag: string | null): Readonly<Record<string, string>> {
  return tag === null ? {} : { 'if-match': tag };
}

function isThere<Data>(data: Data): data is Exclude<Data, undefined> {
  return data !== undefined;
}

async function askHub(asked: Request): Promise<Response> {
  const request = dress(asked);
  // A body can be read once; the call is repeated when the person has proved to be there.
  const again = request.clone();
  const response = await fetch(request);
  if (response.ok) return response;
  const problem = await readProblem(response);
  const { code } = problem.problem;
  if (code === 'prove_again' && (await atGate().prove())) return askHub(withoutKey(again));
  if (code === 'unauthorized' || code === 'second_factor_required') atGate().signedOut();
  throw problem;
}

function dress(request: Request): Request {
  request.headers.set('accept-language', localeOf(language.get()));
  if (!presence.isFresh()) request.headers.set('x-tongzhang-background', '1');
  const isOnce = request.method === 'POST' && !request.headers.has('idempotency-key');
  if (isOnce) request.headers.set('idempotency-key', newKey());
  return request;
}

/** `crypto.randomUUID` is missing where the hub is reached over plain HTTP in a company's network. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** The refusal was kept under the first key, so the repeat is asked under another one. */
function withoutKey(request: Request): Request {
  request.headers.delete('idempotency-key');
  return request;
}

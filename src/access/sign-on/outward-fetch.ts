import type { CustomFetch } from 'openid-client';
import { Fault } from '#core/trouble/trouble.ts';

const ANSWER_BYTES_MAX = 2 ** 20;
const NO_BODY = new Set([204, 205, 304]);

/** The guarded `fetch`, with a limit on what a provider may answer. */
export function outwardFetch({ fetch }: { readonly fetch: typeof globalThis.fetch }): CustomFetch {
  return async (url, { body, ...options }) => {
    const answer = await fetch(url, {
      ...options,
      redirect: 'manual',
      ...(body === undefined || body === null ? {} : { body }),
    });
    const bytes = await readAtMost(answer, ANSWER_BYTES_MAX);
    return new Response(NO_BODY.has(answer.status) ? null : bytes, {
      status: answer.status,
      headers: answer.headers,
    });
  };
}

async function readAtMost({ body }: Response, bytesMax: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > bytesMax) throw tooLarge();
    chunks.push(chunk);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

function tooLarge(): Fault {
  return new Fault('answer_too_large', {
    retry: { kind: 'never' },
    params: { bytesMax: String(ANSWER_BYTES_MAX) },
  });
}

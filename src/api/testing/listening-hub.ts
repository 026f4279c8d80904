import type { Listening } from '#api/api-context.ts';
import type { Ending } from '#storage/testing/fresh-database.ts';
import { type TestHub, testHub } from './test-hub.ts';

export interface ListeningHub {
  readonly hub: TestHub;
  readonly url: string;
  readonly port: number;
}

/** A test hub that takes calls from outside, plainly unless told otherwise. */
export async function listeningHub(
  ending: Ending,
  listening: Partial<Listening> = {},
): Promise<ListeningHub> {
  const hub = await testHub(ending, { listening: { tls: null, isTrustedProxy: () => false, ...listening } });
  const url = await hub.app.listen({ host: '127.0.0.1', port: 0 });
  return { hub, url, port: Number(new URL(url).port) };
}

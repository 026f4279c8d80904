import { Readable } from 'node:stream';
import autocannon from 'autocannon';
import { type HubProcess, startHubProcess } from './hub-process.ts';
import { type BenchBook, openWorld, orderJson, type World } from './world.ts';

async function withHub<T>(work: (hub: HubProcess, book: BenchBook, world: World) => Promise<T>): Promise<T> {
  const world = await openWorld(1);
  try {
    const hub = await startHubProcess(world.url);
    try {
      return await work(hub, world.books[0]!, world);
    } finally {
      await hub.stop();
    }
  } finally {
    await world.close();
  }
}

const CONNECTIONS = 64;

/** Single-document POSTs, each answered after its voucher is durable. */
export async function benchHttp({ quick }: { quick: boolean }) {
  return withHub(async (hub, book) => {
    let next = 0;
    const authorization = await hub.authorization();
    const attack = (seconds: number) =>
      autocannon({
        url: hub.url,
        connections: CONNECTIONS,
        duration: seconds,
        requests: [
          {
            method: 'POST',
            path: `/api/v1/books/${book.code}/documents?flow=${book.code}`,
            headers: { authorization, 'content-type': 'application/json' },
            setupRequest: (request) => ({ ...request, body: orderJson(next++) }),
          },
        ],
      });
    await attack(quick ? 2 : 5);
    const result = await attack(quick ? 3 : 20);
    return {
      perSecond: result.requests.average,
      p50Ms: result.latency.p50,
      p99Ms: result.latency.p99,
      errors: result.errors + result.timeouts + result.non2xx,
      connections: CONNECTIONS,
    };
  });
}

/** One NDJSON upload, from the first byte sent to the last voucher posted. */
export async function benchBulk({ quick }: { quick: boolean }) {
  const count = quick ? 30_000 : 200_000;
  return withHub(async (hub, book) => {
    await upload(hub, book, { from: 0, count: 20_000, type: 'application/x-ndjson' });
    const startedAt = performance.now();
    await upload(hub, book, { from: 20_000, count, type: 'application/x-ndjson' });
    return { perSecond: count / ((performance.now() - startedAt) / 1_000), documents: count };
  });
}

/** Peak memory of the hub while a CSV is uploaded and posted. */
export async function benchMemory({ quick }: { quick: boolean }) {
  const rows = quick ? 20_000 : 1_000_000;
  return withHub(async (hub, book) => {
    const startedAt = performance.now();
    await upload(hub, book, { from: 0, count: rows, type: 'text/csv' });
    return { peakMiB: await hub.peakMiB(), rows, seconds: (performance.now() - startedAt) / 1_000 };
  });
}

async function upload(
  hub: HubProcess,
  book: BenchBook,
  work: { from: number; count: number; type: string },
): Promise<void> {
  const answer = await fetch(
    `${hub.url}/api/v1/books/${book.code}/documents/bulk?flow=${book.code}&wait=true`,
    {
      method: 'POST',
      headers: { authorization: await hub.authorization(), 'content-type': work.type },
      body: Readable.toWeb(Readable.from(linesOf(work))),
      duplex: 'half',
    },
  );
  const text = await answer.text();
  const posted = /"posted":"?(\d+)/.exec(text)?.[1];
  if (!answer.ok || posted !== String(work.count))
    throw new Error(`bulk upload: ${answer.status} ${text.slice(0, 400)}`);
}

const CHUNK = 500;

function* linesOf({ from, count, type }: { from: number; count: number; type: string }): Generator<Buffer> {
  const csv = type === 'text/csv';
  if (csv) yield Buffer.from(`${CSV_COLUMNS.join()}\n`);
  for (let start = from; start < from + count; start += CHUNK) {
    const size = Math.min(CHUNK, from + count - start);
    const lines = Array.from({ length: size }, (_, i) => (csv ? csvLine(start + i) : orderJson(start + i)));
    yield Buffer.from(`${lines.join('\n')}\n`);
  }
}

const CSV_COLUMNS = ['no', 'date', 'customer', 'store', 'total', 'net', 'tax'] as const;

function csvLine(n: number): string {
  const order: Record<string, unknown> = JSON.parse(orderJson(n));
  return CSV_COLUMNS.map((column) => order[column]).join();
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '#core/trouble/trouble.ts';
import { collectorOf } from './collector.ts';
import type { CollectedPage, Connector, Cursor, RunningSimulator } from './connector.ts';
import { type Bench, faultsOf, type Subject, withBench } from './contract-subject.ts';

export interface CollectContract {
  readonly kind: string;
  /** Puts records into the simulator when its own seed is not enough. */
  prepare?(running: RunningSimulator): Promise<void>;
  /** External ids of everything there is to collect. At least two pages with the settings of the suite. */
  expected(running: RunningSimulator): Promise<readonly string[]>;
  /** Adds or changes one record and gives its external id. */
  change?(running: RunningSimulator): Promise<string>;
}

const ATTEMPTS_MAX = 400;

/** Everything is collected once from the beginning, from any cursor, and through any fault. */
export function collectTests<Settings, Client>(
  subject: Subject<Settings, Client>,
  kind: CollectContract,
): void {
  const { connector } = subject;
  const name = `collect ${kind.kind}`;

  test(`${name}: everything, from the beginning`, () =>
    withBench(subject, async ({ running, client }) => {
      await kind.prepare?.(running);
      const pages = await readPages(connector, kind.kind, { client, cursor: null });
      assert.ok(pages.length > 1, 'the suite needs at least two pages');
      assertCollected(pages, await kind.expected(running));
    }));

  test(`${name}: goes on from any cursor after a restart`, () =>
    withBench(subject, async ({ running, client, reconnect }) => {
      await kind.prepare?.(running);
      const pages = await readPages(connector, kind.kind, { client, cursor: null });
      const expected = await kind.expected(running);
      for (let stop = 1; stop < Math.min(pages.length, 4); stop += 1) {
        const cursor = storedCursor(pages[stop - 1]);
        const rest = await readPages(connector, kind.kind, { client: await reconnect(), cursor });
        assertCollected([...pages.slice(0, stop), ...rest], expected);
        assert.ok(
          countRecords(rest) < countRecords(pages),
          'a cursor must not start from the beginning again',
        );
      }
    }));

  const { change } = kind;
  if (change) {
    test(`${name}: a change after the last cursor arrives`, () =>
      withBench(subject, async ({ running, client }) => {
        await kind.prepare?.(running);
        const pages = await readPages(connector, kind.kind, { client, cursor: null });
        const changed = await change(running);
        const news = await readPages(connector, kind.kind, { client, cursor: storedCursor(pages.at(-1)) });
        assert.ok(news.some((page) => page.records.some((record) => record.externalId === changed)));
      }));
  }

  for (const fault of faultsOf(subject)) {
    test(`${name}: loses nothing while the simulator does "${fault}"`, () =>
      withBench(subject, async (bench) => {
        await kind.prepare?.(bench.running);
        bench.setFaults({ [fault]: 0.3 });
        const pages = await collectThrough(connector, kind.kind, bench);
        bench.setFaults({});
        assertCollected(pages, await kind.expected(bench.running));
      }));
  }
}

async function readPages<Settings, Client>(
  connector: Connector<Settings, Client>,
  kind: string,
  { client, cursor }: { client: Client; cursor: Cursor },
): Promise<CollectedPage[]> {
  const collect = collectorOf(connector, kind);
  assert.ok(collect, `${connector.name} collects ${kind}`);
  return await Array.fromAsync(collect(client, cursor, AbortSignal.timeout(60_000)));
}

/** As the pipeline does it: store the page, then the cursor; after a fault go on from the stored cursor. */
async function collectThrough<Settings, Client>(
  connector: Connector<Settings, Client>,
  kind: string,
  bench: Bench<Client>,
): Promise<CollectedPage[]> {
  const collect = collectorOf(connector, kind);
  assert.ok(collect, `${connector.name} collects ${kind}`);
  const pages: CollectedPage[] = [];
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    try {
      const cursor = pages.length === 0 ? null : storedCursor(pages.at(-1));
      for await (const page of collect(bench.client, cursor, AbortSignal.timeout(60_000))) pages.push(page);
      return pages;
    } catch (error) {
      assert.ok(
        error instanceof Fault && error.retry.kind !== 'never',
        `not a fault to retry: ${String(error)}`,
      );
    }
  }
  assert.fail(`did not get through in ${ATTEMPTS_MAX} attempts`);
}

/** What comes back from a column of type jsonb. */
function storedCursor(page: CollectedPage | undefined): Cursor {
  assert.ok(page, 'there is a page');
  return JSON.parse(JSON.stringify(page.cursor));
}

function countRecords(pages: readonly CollectedPage[]): number {
  return pages.reduce((sum, page) => sum + page.records.length, 0);
}

/** The same id may come twice (windows overlap); none may be missing and none may be invented. */
function assertCollected(pages: readonly CollectedPage[], expected: readonly string[]): void {
  const seen = new Set(pages.flatMap((page) => page.records.map((record) => record.externalId)));
  assert.deepEqual([...seen].sort(), [...expected].sort());
}

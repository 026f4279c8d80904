import { fillLane } from './fill-lane.ts';
import { measureFloor } from './floor.ts';
import { type BenchBook, laneWorker, openWorld, type World } from './world.ts';

const BOOKS = 4;

/** Posts everything on the lanes of these books; vouchers a second. */
export async function postAll({ database }: World, count: number): Promise<number> {
  const worker = laneWorker(database);
  const startedAt = performance.now();
  for (let settled = -1; settled !== 0; ) settled = await worker.round();
  return count / ((performance.now() - startedAt) / 1_000);
}

async function fillBooks(
  world: World,
  books: readonly BenchBook[],
  options: { from?: number; count: number; hot?: boolean },
) {
  const each = options.count / books.length;
  for (const book of books)
    await fillLane(world.database, book, { from: options.from ?? 0, hot: options.hot ?? false, count: each });
}

async function requirePosted({ database }: World, count: number): Promise<void> {
  const [row] = await database.query<{ n: bigint }>('select count(*) as n from vouchers');
  if (row!.n !== BigInt(count))
    throw new Error(`${row!.n} vouchers instead of ${count}: the benchmark did not do its work`);
}

/** Documents already collected → posted three-line vouchers, several books side by side, one process. */
export async function benchPost({ quick }: { quick: boolean }) {
  const count = quick ? 32_000 : 200_000;
  const world = await openWorld(BOOKS);
  try {
    await fillBooks(world, world.books, { count: 8_000 });
    await postAll(world, 8_000);
    await fillBooks(world, world.books, { from: 8_000, count });
    const perSecond = await postAll(world, count);
    await requirePosted(world, count + 8_000);
    const each = count / BOOKS;
    const floorPerSecond = await measureFloor(
      world.database,
      world.books.map(({ bookId }) => ({ bookId, count: each })),
    );
    return { perSecond, floorPerSecond, ratio: perSecond / floorPerSecond, vouchers: count, books: BOOKS };
  } finally {
    await world.close();
  }
}

/** Every voucher on one account and one customer, against customers and departments spread evenly. */
export async function benchHot({ quick }: { quick: boolean }) {
  const count = quick ? 12_000 : 100_000;
  const world = await openWorld(2 * BOOKS + 1);
  try {
    const [warm, ...rest] = world.books;
    await fillBooks(world, [warm!], { count: 8_000 });
    await postAll(world, 8_000);
    await fillBooks(world, rest.slice(0, BOOKS), { count });
    const uniformPerSecond = await postAll(world, count);
    await fillBooks(world, rest.slice(BOOKS), { count, hot: true });
    const perSecond = await postAll(world, count);
    await requirePosted(world, 2 * count + 8_000);
    return { perSecond, uniformPerSecond, ratio: perSecond / uniformPerSecond, vouchers: count };
  } finally {
    await world.close();
  }
}

import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#app/embedded-postgres.ts';

/** One PostgreSQL server for all test files of a run; each takes databases of its own from it by `freshDatabase`. */
export interface TestDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the server below `folder`, or takes the one that TONGZHANG_TEST_DATABASE_URL names.
 * Nothing in it must survive anything, so it never waits for a disk.
 */
export async function startTestDatabase(folder: string): Promise<TestDatabase> {
  const given = process.env.TONGZHANG_TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const server = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  const stop = async () => {
    await server.stop();
    rmSync(server.home, { recursive: true, force: true });
  };
  return { url: server.url, stop };
}

/** Every test file of a folder, as a path from the root of the project. */
export function findTestFiles(root: string): string[] {
  return globSync(`${root}/**/*.test.ts`)
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

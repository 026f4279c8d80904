import type { Listening } from '#api/api-context.ts';
import { makeWorker, type Services } from './hub.ts';
import { removeHubFile, writeHubFile } from './hub-file.ts';
import { type RunningApi, serve } from './serve.ts';

interface Opening<Result> {
  readonly services: Services;
  readonly listening: Listening;
  readonly work: (api: RunningApi) => Promise<Result>;
}

/** The hub in one process, open as long as `work` lasts: API, worker and signed checkpoints of these services. */
export async function whileOpen<Result>({ services, listening, work }: Opening<Result>): Promise<Result> {
  const { config, checkpointer } = services;
  const worker = makeWorker(services);
  const api = await serve(services, listening);
  worker.start();
  checkpointer.start();
  try {
    await writeHubFile(config, api.url);
    return await work(api);
  } finally {
    await removeHubFile(config);
    await api.close();
    await worker.stop();
    await checkpointer.stop();
  }
}

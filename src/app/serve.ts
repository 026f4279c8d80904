import { buildApi } from '#api/build-api.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { FlowDirectory } from '#pipeline/flows/flow-directory.ts';
import { connectors } from './connectors.ts';
import type { Services } from './hub.ts';
import { fileSecret } from './secrets.ts';

export interface RunningApi {
  readonly url: string;
  /** Ends what is under way, then stops listening. */
  close(): Promise<void>;
}

/** The API of these services, listening where the configuration says. */
export async function serve(services: Services): Promise<RunningApi> {
  const { config, database, secrets, now } = services;
  const app = buildApi({
    ...services,
    connectors,
    flows: new FlowDirectory(database, () => now().getTime()),
    seal: secrets.seal,
    reveal: (row) => ({ ...row.settings, ...(row.secrets ? secrets.open(row.secrets) : {}) }),
    token: config.token ?? (await fileSecret(config.folder, 'token')),
  });
  try {
    const url = await app.listen({ host: config.host, port: config.port });
    return { url, close: () => app.close() };
  } catch (error) {
    await app.close();
    if (!isTaken(error)) throw error;
    throw new RefusalError({ code: 'cli_port_taken', params: { port: String(config.port) } });
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

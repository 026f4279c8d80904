import { join } from 'node:path';
import { authenticateBy } from '#access/authenticate.ts';
import { openClientAccess } from '#access/client-access.ts';
import { SessionDirectory } from '#access/session-directory.ts';
import { SignOn } from '#access/sign-on/sign-on.ts';
import type { Listening } from '#api/api-context.ts';
import { buildApi } from '#api/build-api.ts';
import type { FlowTemplate } from '#api/flows/flow-template.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { FlowDirectory } from '#pipeline/flows/flow-directory.ts';
import { below } from './config.ts';
import { connectors, simulators } from './connectors.ts';
import { readTemplates } from './flow-templates.ts';
import { guardedConnect } from './guarded-connect.ts';
import type { Services } from './hub.ts';
import { HubRehearsals } from './rehearsals.ts';

const CONSOLE = join(import.meta.dirname, '../../console/dist');

export interface RunningApi {
  readonly url: string;
  /** Ends what is under way, then stops listening. */
  close(): Promise<void>;
}

/** The API of these services, listening where the configuration says. */
export async function serve(services: Services, listening: Listening): Promise<RunningApi> {
  const { config, database, secrets, now, log } = services;
  // Known when it listens, and nobody can ask before.
  let url = config.publicUrl ?? '';
  const clients = openClientAccess({ database, box: secrets, issuer: () => url, now, log });
  const sessions = new SessionDirectory({ database, now, limits: config.sessionLimits });
  const { loopback, publicUrl } = config;
  const signOnPorts = { fetch: services.ports.fetch, now, loopback, connect: guardedConnect({ loopback }) };
  const templates = readTemplates();
  const rehearsals = openRehearsals(services, templates);
  const app = buildApi({
    ...services,
    connectors,
    templates,
    rehearsals,
    consoleFolder: CONSOLE,
    flows: new FlowDirectory(database, () => now().getTime()),
    seal: secrets.seal,
    reveal: (row) => ({ ...row.settings, ...(row.secrets ? secrets.open(row.secrets) : {}) }),
    unseal: secrets.open,
    sessions,
    signOn: new SignOn({ database, ports: signOnPorts, open: secrets.open, publicUrl }),
    signOnPorts,
    authenticate: authenticateBy(clients.authenticate, (caller) => sessions.authenticate(caller)),
    tokens: clients.tokens,
    forgetClients: clients.forget,
    listening,
  });
  const close = async () => {
    await app.close();
    await rehearsals.close();
    await sessions.close();
    await clients.close();
  };
  try {
    const address = await app.listen({ host: config.host, port: config.port });
    url ||= address;
    await rehearsals.resume();
    return { url: address, close };
  } catch (error) {
    await close();
    if (!isTaken(error)) throw error;
    throw new RefusalError({ code: 'cli_port_taken', params: { port: String(config.port) } });
  }
}

function openRehearsals(
  { config, database, now, log }: Services,
  templates: readonly FlowTemplate[],
): HubRehearsals {
  return new HubRehearsals({
    database,
    simulators,
    templates,
    folder: below(config, 'rehearsals'),
    now,
    report: (error, details) => log.error({ ...details, err: error }, 'a rehearsal did not start again'),
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

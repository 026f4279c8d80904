import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '#api/api-context.ts';
import { forgetOldKeys } from '#storage/idempotency-keys.ts';

const KEPT_HOURS = 72;
const EVERY_MS = 3_600_000;

/** Forgets answers that nobody asks for any more, once an hour while the server runs. */
export function forgetKeysHourly(
  app: FastifyInstance,
  { database, log }: Pick<ApiContext, 'database' | 'log'>,
): void {
  const timer = setInterval(() => {
    forgetOldKeys(database, KEPT_HOURS).catch((error: unknown) =>
      log.warn({ err: error }, 'keys not forgotten'),
    );
  }, EVERY_MS);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
}

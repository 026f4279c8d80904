import type { FastifyInstance } from 'fastify';
import type { ApiContext } from '#api/api-context.ts';
import { forgetOldKeys } from '#storage/idempotency-keys.ts';
import { forgetMessages } from '#storage/webhook-messages.ts';

const KEPT_HOURS = 72;
/** Longer than the three days for which a message is tried. */
const MESSAGES_KEPT_DAYS = 30;
const EVERY_MS = 3_600_000;

/** Forgets answers that nobody asks for any more, sessions that are over and messages long sent, once an hour. */
export function forgetKeysHourly(
  app: FastifyInstance,
  { database, sessions, log }: Pick<ApiContext, 'database' | 'sessions' | 'log'>,
): void {
  const timer = setInterval(() => {
    Promise.all([
      forgetOldKeys(database, KEPT_HOURS),
      sessions.deleteExpired(),
      forgetMessages(database, MESSAGES_KEPT_DAYS),
    ]).catch((error: unknown) => log.warn({ err: error }, 'what is over was not forgotten'));
  }, EVERY_MS);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
}

import { newSetUpLink } from '#access/set-up.ts';
import type { Services } from './hub.ts';

/** The link that makes the first person; null once there is one. */
export async function setUpUrl(
  { database, now }: Pick<Services, 'database' | 'now'>,
  hubUrl: string,
): Promise<string | null> {
  const link = await database.transaction((tx) => newSetUpLink(tx, { hubUrl, by: 'system', now: now() }));
  return link?.url ?? null;
}

import type { Command } from '#cli/command.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import type { Database, Tx } from '#storage/database.ts';
import { type Resealed, resealAll } from '#storage/sealed-columns.ts';
import { readCommandConfig } from './config.ts';
import { openServices } from './hub.ts';
import type { InstallationSecrets } from './secrets.ts';

/** `tongzhang rotate-key`: everything sealed is sealed anew, with a new key. */
export const rotateKeyCommand: Command = {
  name: 'rotate-key',
  describe: {
    zh: '更换加密密钥，并用新密钥重新加密全部秘密；中断后可再次执行',
    en: 'Replace the key that seals secrets and seal them all anew; once more if it was interrupted',
    ja: '秘密を封印する鍵を更新し、すべて封印し直す。中断後は再実行できます',
  },
  async run({ actor, language }) {
    const services = await openServices(readCommandConfig());
    try {
      const { key, resealed } = await rotateKey(services.database, services.secrets, actor);
      const count = resealed.reduce((sum, one) => sum + one.count, 0);
      return { json: { key, resealed }, text: `● ${key}  ${SEALED[language]}: ${count}` };
    } finally {
      await services.close();
    }
  },
};

const SEALED = { zh: '已重新加密', en: 'sealed anew', ja: '封印し直した件数' } as const;

export interface RotatedKey {
  /** Which key seals now. */
  readonly key: string;
  readonly resealed: readonly Resealed[];
}

/**
 * Seals everything with the newest key. Where that is so already, a new key is made first; so whoever was interrupted
 * goes on where he was. All or nothing in the database; the replaced key stays beside the new one, for backups.
 */
export async function rotateKey(
  database: Database,
  secrets: InstallationSecrets,
  by: string,
): Promise<RotatedKey> {
  return database.transaction(async (tx) => {
    const waiting = await countOld(tx, secrets);
    if (waiting === 0) renew(secrets);
    const resealed = await resealAll(tx, (sealed) =>
      secrets.isCurrent(sealed) ? null : secrets.seal(secrets.open(sealed)),
    );
    const key = secrets.keys.current().id.toString('hex');
    const counts = Object.fromEntries(
      resealed.map(({ table, column, count }) => [`${table}.${column}`, count]),
    );
    await audit(tx, {
      actor: by,
      action: 'key.rotate',
      subject: `key:${key}`,
      details: { resealed: counts },
    });
    return { key, resealed };
  });
}

/** Looking takes the lock of the rotation, so that of two at once the second sees what the first did. */
async function countOld(tx: Tx, secrets: InstallationSecrets): Promise<number> {
  let old = 0;
  await resealAll(tx, (sealed) => {
    if (!secrets.isCurrent(sealed)) old += 1;
    return null;
  });
  return old;
}

function renew({ keys }: InstallationSecrets): void {
  if (keys.renew === null) throw new RefusalError({ code: 'keys_given' });
  keys.renew();
}

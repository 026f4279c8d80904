import type { Caller } from '#access/caller.ts';
import { NarrowGate } from '#access/narrow-gate.ts';
import type { Check } from '#access/sign-in.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Database } from '#storage/database.ts';
import { admit } from './admit.ts';
import { auditRefusal } from './audit-refusal.ts';
import type { DirectoryPorts } from './directory.ts';
import { verifyInDirectory } from './ldap.ts';
import type { Open } from './provider.ts';
import { ldapInUse } from './provider-in-use.ts';

export interface DirectoryOptions {
  readonly database: Database;
  readonly ports: DirectoryPorts & { readonly now: () => Date };
  readonly open: Open;
}

/** A directory that is slow holds up those who use it, not the hub. */
const gate = new NarrowGate({ insideMax: 8, lineMax: 64 });

/** A password that a directory checks. Whom it means is admitted before the session begins. */
export function directoryPassword(
  { database, ports, open }: DirectoryOptions,
  {
    provider: code,
    password,
    caller,
  }: { readonly provider: string; readonly password: string; readonly caller: Caller },
): Check {
  return {
    factor: 'outside',
    check: async (login) => {
      const { row: provider, settings } = await ldapInUse(database, code, open);
      const proved = await gate.pass(() => verifyInDirectory(settings, { login, password }, ports));
      if (!proved.ok) {
        await auditRefusal(database, { provider: code, caller, refusal: proved.refusal });
        return null;
      }
      const admission = { provider, identified: proved.value, now: ports.now() };
      const admitted = await database.transaction((tx) => admit(tx, admission));
      if (admitted.ok) return admitted.value;
      await auditRefusal(database, { provider: code, caller, refusal: admitted.refusal });
      throw new RefusalError(admitted.refusal);
    },
  };
}

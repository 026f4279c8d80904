import { RefusalError } from '#core/trouble/trouble.ts';
import type { Access } from './access.ts';
import { isPermission, type Permission } from './permissions.ts';

/** What programs are made for: whoever connects systems may let one post without posting themselves. */
const FOR_PROGRAMS: readonly Permission[] = ['documents:post'];

/**
 * Ends the request where whoever maintains a client could do by its secret what they may not do themselves. Who
 * maintains roles may: they could grant it as well, and either is in the audit log.
 */
export function requireWithinOwn(access: Access, { scopes }: { readonly scopes: readonly string[] }): void {
  if (access.may('roles:write')) return;
  const beyond = scopes.filter(isPermission).find((scope) => {
    const sight = access.sight(scope);
    return !FOR_PROGRAMS.includes(scope) && !(sight.isUnlimited && sight.isPlain);
  });
  if (beyond) throw new RefusalError({ code: 'client_outranks', params: { permission: beyond } });
}

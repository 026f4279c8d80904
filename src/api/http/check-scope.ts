import type { Access } from '#access/access.ts';
import { isReading, type Permission } from '#access/permissions.ts';
import { assert, RefusalError } from '#core/trouble/trouble.ts';
import { CHECKS, type Looking } from './named-things.ts';

/**
 * What keeps a route within what the caller was granted, beside its permission.
 *
 * `common`: it shows nothing of any book. `own`: only what is the caller's own. `hub`: what belongs to no book; takes a
 * grant without limits. `named`: the path names the thing, and its book, kind and departments decide. `figures`: the same
 * for sums over a whole book. `list`: things of several books; the route filters by `sight`.
 *
 * Whatever a path or query names is looked up in every scope: what one may not see is not there.
 */
export type Scope = 'common' | 'own' | 'hub' | 'named' | 'figures' | 'list';

/** A route that would leave what it names unchecked is a bug found when the program starts. */
export function assertScope({ path, scope }: { readonly path: string; readonly scope: Scope }): void {
  const [first] = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  if (scope !== 'named' && scope !== 'figures') return;
  assert(first !== undefined && first in CHECKS, `${path} names what can be looked up before it is shown`);
}

type Named = Readonly<Record<string, unknown>>;

/** What a request names. The voucher of a query is a label to search for (`记-12`), not the id of one. */
export function namedBy(params: Named, query: Named): Named {
  const { voucher: _label, ...asked } = query;
  return { ...asked, ...params };
}

export interface Asking {
  readonly scope: Scope;
  readonly permission: Permission;
  /** Path and query. */
  readonly named: Named;
  readonly access: Access;
  readonly context: Looking['context'];
}

/** Ends the request where it is not granted: forbidden what one may do nowhere, not found what one may not see. */
export async function checkScope({ scope, permission, named, access, context }: Asking): Promise<void> {
  access.require(permission);
  const sight = access.sight(permission);
  if (sight.isUnlimited) return;
  if (scope === 'hub') throw forbidden(permission);
  const looking: Looking = { access, sight, permission, isChange: !isReading(permission), named, context };
  for (const [name, check] of Object.entries(CHECKS)) {
    const id = named[name];
    if (typeof id === 'string' && !(await check(looking, id))) throw missing(name, id);
  }
  if (scope === 'figures' && !sight.figures(String(named.book)))
    throw forbidden(permission, String(named.book));
}

function forbidden(permission: Permission, book = ''): RefusalError {
  return new RefusalError({ code: 'forbidden', params: { permission, book } });
}

function missing(kind: string, id: string): RefusalError {
  return new RefusalError({ code: 'not_found', params: { kind, id } });
}

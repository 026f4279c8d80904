import type { GroupMapping } from '#storage/sign-on.ts';
import { normalDn } from './directory-entry.ts';

/** A role somewhere, because of a group. */
export interface MappedGrant {
  readonly role: string;
  /** Sorted; null: every book. */
  readonly books: readonly string[] | null;
}

/** What these groups grant, each thing once, in the order of the mappings. */
export function mappedGrants(
  mappings: readonly GroupMapping[],
  groups: readonly string[],
): readonly MappedGrant[] {
  const member = new Set(groups.map(comparable));
  const granted = mappings
    .filter(({ group }) => member.has(comparable(group)))
    .map(({ role, books }) => ({ role, books: books && [...new Set(books)].toSorted() }));
  return [...new Map(granted.map((grant) => [grantKey(grant), grant])).values()];
}

/** The same for two grants that grant the same. */
export function grantKey({ role, books }: MappedGrant): string {
  return JSON.stringify([role, books?.toSorted() ?? null]);
}

/** Whole names of a directory in one spelling; any other name to the letter. */
function comparable(group: string): string {
  return group.includes('=') ? normalDn(group) : group;
}

import type { Schemas } from '#console/api/paths.ts';

type Mapping = Schemas['GroupMapping'];

/** A mapping as its row is typed: nothing chosen means every book. */
export interface TypedMapping {
  readonly group: string;
  readonly role: string;
  readonly books: readonly string[];
}

/** What is sent: rows without group or role are left out. */
export function mappingsToSend(typed: readonly TypedMapping[]): Mapping[] {
  return typed
    .filter(({ group, role }) => group.trim() !== '' && role !== '')
    .map(({ group, role, books }) => ({
      group: group.trim(),
      role,
      books: books.length > 0 ? [...books] : null,
    }));
}

/** What the table begins with. */
export function typedMappings(mappings: readonly Mapping[]): TypedMapping[] {
  return mappings.map(({ group, role, books }) => ({ group, role, books: books ?? [] }));
}

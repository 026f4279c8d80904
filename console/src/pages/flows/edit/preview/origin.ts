import type { Provenance } from '#core/documents/document.ts';
import type { DocumentMapping } from '#core/flows/flow.ts';

/** Where a value came from: what happened to it, or the path it was copied from. */
export type Origin =
  | { readonly by: Provenance['by']; readonly name: string; readonly rule: string }
  | { readonly by: 'copied'; readonly path: string }
  | { readonly by: 'constant' };

/** The origin of one field of a document; null where nothing is known of it. */
export function originOf(
  field: string,
  provenance: readonly Provenance[],
  mapping: DocumentMapping | undefined,
): Origin | null {
  // The last thing that happened to a value is what explains it.
  const said = provenance.findLast((one) => one.field === field);
  if (said !== undefined) return { by: said.by, name: said.name, rule: said.rule };
  const own = mapping?.fields[field];
  if (own === undefined) return null;
  if (typeof own === 'string') return { by: 'copied', path: own };
  if (own.path !== undefined) return { by: 'copied', path: own.path };
  return own.value === undefined ? null : { by: 'constant' };
}

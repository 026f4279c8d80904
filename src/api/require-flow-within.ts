import type { Sight } from '#access/sight.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import { listFlowPlaces } from '#storage/places.ts';

/**
 * Ends the request where a flow, as somebody wrote it, reaches further than they do: into another book, over kinds of
 * documents or through connections they do not see, or over a flow of that name which is not theirs.
 */
export async function requireFlowWithin(tx: Tx, sight: Sight, definition: unknown): Promise<void> {
  const parsed = parseFlow(definition);
  if (sight.isUnlimited || !parsed.ok) return;
  const { flow, book, documents, source, targets, writeBack = [] } = parsed.value;
  const places = await listFlowPlaces(tx);
  const kinds = documents.map(({ kind }) => kind);
  const existing = places.find(({ code }) => code === flow);
  if (existing && !sight.wholeTraffic(existing)) {
    throw new RefusalError({ code: 'already_exists', params: { kind: 'flow', id: flow } });
  }
  if (!sight.wholeTraffic({ book, kinds })) throw missing('book', book);
  const seen = new Set(places.filter((one) => sight.flow(one)).flatMap(({ connections }) => connections));
  for (const { connection } of [source, ...targets, ...writeBack]) {
    if (!seen.has(connection)) throw missing('connection', connection);
  }
}

function missing(kind: string, id: string): RefusalError {
  return new RefusalError({ code: 'not_found', params: { kind, id } });
}

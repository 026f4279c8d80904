import type { CollectedPage, CollectedRecord, Cursor } from '#connectors/kit/connector.ts';
import { jsonRecord } from '#connectors/kit/json-record.ts';
import { scalarAt } from '#connectors/kit/json-slices.ts';
import { advanceScan, restartScan, resumeScan, type Scan } from '#connectors/kit/scan.ts';
import { Fault, type Outcome, RefusalError } from '#core/trouble/trouble.ts';
import { pathOf } from './answer.ts';
import { laterMark, readMark, writeMark } from './changed.ts';
import type { RestAnswer, RestClient } from './client.ts';
import type { Resource } from './definition.ts';
import { itemsOf, nextPosition, pageScope } from './paging.ts';
import { fillJson, fillPath, fillQuery } from './template.ts';

/** The records of one resource, page by page. */
export async function* collectResource(
  client: RestClient,
  kind: string,
  { cursor, signal }: { readonly cursor: Cursor; readonly signal: AbortSignal },
): AsyncIterable<CollectedPage> {
  const resource = client.settings.resources.get(kind);
  if (resource === undefined) {
    throw new RefusalError({ code: 'rest_kind_unknown', at: `resources.${kind}`, params: { kind } });
  }
  let scan = resumeScan(cursor);
  let previous: string | null = null;
  let isRestarted = false;
  for (;;) {
    const answer = await readPage(client, resource, scan, signal);
    if (!answer.ok) {
      if (scan.position === null || isRestarted) throw giveUp(answer, scan);
      // Positions do not live for ever. What changed since is asked for again from the first page, once.
      scan = restartScan(scan);
      previous = null;
      isRestarted = true;
      continue;
    }
    const page = decodePage(client, { kind, resource, scan, answer: answer.value });
    const ids = page.records.map(({ externalId }) => externalId).join('\n');
    if (ids !== '' && ids === previous) {
      throw new RefusalError({
        code: 'rest_page_repeats',
        at: resource.path,
        params: { position: String(scan.position) },
      });
    }
    previous = ids;
    scan = page.scan;
    yield { records: page.records, cursor: { ...scan } };
    if (scan.position === null) return;
  }
}

/** After a restart that failed as well it is better to come back later; a first page that is refused stays refused. */
function giveUp({ refusal }: { readonly refusal: RefusalError['refusal'] }, scan: Scan): Error {
  if (scan.position === null) return new RefusalError(refusal);
  return new Fault('rest_position_lost', { retry: { kind: 'retry' }, params: { at: refusal.at ?? '' } });
}

async function readPage(
  client: RestClient,
  resource: Resource,
  { since, position }: Scan,
  signal: AbortSignal,
): Promise<Outcome<RestAnswer>> {
  const isLink = resource.paging === 'link' && position !== null;
  if (isLink) return client.call({ method: 'GET', path: position, isRead: true, signal });
  const mark = since === null ? (resource.firstSince ?? null) : writeMark(since, resource);
  const scope = { ...pageScope(resource, position), since: mark };
  const path = fillPath(resource.path, scope);
  if (!path.ok) return path;
  const body = resource.body === undefined ? {} : { body: fillJson(resource.body, scope) };
  const query = fillQuery(resource.query, scope);
  return client.call({ method: resource.method, path: path.value, query, ...body, isRead: true, signal });
}

interface Seen {
  readonly kind: string;
  readonly resource: Resource;
  readonly scan: Scan;
  readonly answer: RestAnswer;
}

function decodePage(client: RestClient, seen: Seen): { records: readonly CollectedRecord[]; scan: Scan } {
  const { kind, resource, answer } = seen;
  const slices = itemsOf(resource, answer.text);
  if (slices === null) {
    throw new RefusalError({
      code: 'rest_items_missing',
      at: resource.path,
      params: { path: resource.items },
    });
  }
  const marks = slices.map((slice) => markOf(resource, slice));
  const records = slices.map((slice, i) =>
    jsonRecord({
      kind,
      slice,
      id: scalarAt(slice, pathOf(resource.id)),
      changedAt: resource.changedFormat === 'text' ? null : (marks[i] ?? null),
    }),
  );
  const highest = marks.reduce<string | null>((latest, mark) => laterMark(latest, mark, resource), null);
  const scan = advance(seen, highest, slices.length);
  client.ports.log('page', { kind, records: records.length, more: scan.position !== null });
  return { records, scan };
}

function markOf(resource: Resource, slice: string): string | null {
  if (resource.changed === undefined) return null;
  return readMark(scalarAt(slice, pathOf(resource.changed)), resource);
}

function advance({ resource, scan, answer }: Seen, highest: string | null, itemCount: number): Scan {
  const { text, nextPath, answeredAt } = answer;
  const position = nextPosition(resource, scan.position, { text, itemCount, nextPath });
  if (position !== null && position === scan.position) {
    throw new RefusalError({ code: 'rest_page_repeats', at: resource.path, params: { position } });
  }
  return advanceScan(
    scan,
    { highest, answeredAt, position },
    // A counter has no clock to compare with.
    { areInstants: resource.changedFormat !== 'text', later: (a, b) => laterMark(a, b, resource) },
  );
}

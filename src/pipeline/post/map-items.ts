import type { Document } from '#core/documents/document.ts';
import { headlineOf } from '#core/documents/headline.ts';
import { serialiseContent } from '#core/documents/serialise.ts';
import type { Correction } from '#core/mapping/corrections.ts';
import type { Sketch } from '#core/mapping/document-mapping.ts';
import type { LookUpCrosswalk } from '#core/mapping/ports.ts';
import type { Params } from '#core/trouble/trouble.ts';
import type { Finding } from '#core/validation/finding.ts';
import type { PublishedFlow } from './book-cache.ts';
import type { Digested } from './decide-documents.ts';
import { sha256 } from './merkle.ts';
import type { WorkItem } from './work-item.ts';

/** An item after mapping and enriching. */
export interface MappedItem {
  readonly item: WorkItem;
  readonly flow: PublishedFlow;
  readonly documents: readonly Digested[];
  readonly findings: readonly Finding[];
  /** Why no document came of it, where nothing is wrong. */
  readonly ignored: string | null;
  /** A document that could not be built, as far as it could be read. */
  readonly sketch: Sketch | null;
}

/** What mapping knows beside the records: crosswalks, and what people have corrected. */
export interface MapItemsPorts {
  readonly flowOf: (item: WorkItem) => PublishedFlow;
  readonly crosswalk: LookUpCrosswalk;
  readonly correctionsOf: (item: WorkItem) => readonly Correction[];
}

/** Reads and maps items; those of one flow version go through it together. Order is kept. */
export function mapItems(items: readonly WorkItem[], ports: MapItemsPorts): MappedItem[] {
  const mapped = new Array<MappedItem>(items.length);
  const byFlow = Map.groupBy(items.keys(), (i) => ports.flowOf(items[i]!));
  for (const [flow, indexes] of byFlow) mapOfFlow(items, mapped, { flow, indexes, ports });
  return mapped;
}

function mapOfFlow(
  items: readonly WorkItem[],
  mapped: MappedItem[],
  { flow, indexes, ports }: { flow: PublishedFlow; indexes: readonly number[]; ports: MapItemsPorts },
): void {
  const readable: { index: number; raw: unknown }[] = [];
  for (const index of indexes) {
    const item = items[index]!;
    const read = readJson(item);
    if (read.ok) readable.push({ index, raw: read.raw });
    else mapped[index] = { item, flow, documents: [], findings: [read.finding], ignored: null, sketch: null };
  }
  const results = flow.compiled.run(
    readable.map(({ raw }) => raw),
    {
      crosswalk: ports.crosswalk,
      corrections: (i) => ports.correctionsOf(items[readable[i]!.index]!),
    },
  );
  for (const [i, result] of results.entries()) {
    const { index } = readable[i]!;
    mapped[index] = {
      item: items[index]!,
      flow,
      documents: result.documents.map(digested),
      findings: result.findings,
      ignored: result.ignored ?? null,
      sketch: result.sketches.find(({ isWhole }) => !isWhole) ?? null,
    };
  }
}

function digested(document: Document): Digested {
  const content = serialiseContent(document);
  return { document, content, digest: sha256(content), headline: headlineOf(document) };
}

type Read = { readonly ok: true; readonly raw: unknown } | { readonly ok: false; readonly finding: Finding };

const utf8 = new TextDecoder('utf-8', { fatal: true });

function readJson(item: WorkItem): Read {
  if (item.refusal)
    return { ok: false, finding: formatFinding(item.refusal.code, item.refusal.at, item.refusal.params) };
  let text: string;
  try {
    text = utf8.decode(item.raw);
  } catch {
    return { ok: false, finding: formatFinding('record_not_utf8') };
  }
  try {
    return { ok: true, raw: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 200) : '';
    return { ok: false, finding: formatFinding('record_not_json', undefined, { reason }) };
  }
}

function formatFinding(code: string, at = '', params: Params = {}): Finding {
  return { code, level: 1, effect: 'block', at, params };
}

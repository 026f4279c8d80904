import { openJournal } from '#connectors/kit/simulator-journal.ts';

/** One record of the simulated system, as it was written. */
export interface Item {
  readonly id: string;
  readonly changedAt: string;
  readonly text: string;
}

export interface Items {
  /** Changed at or after `since`, oldest change first. */
  list(since: string | null): readonly Item[];
  put(items: readonly Item[]): void;
  close(): void;
}

const SEEDED = 25;

/** The records: those of the store, or a few made up ones that are the same every time. */
export function openItems(store: string | undefined): Items {
  const journal = openJournal(store, 'items');
  const byId = new Map<string, Item>();
  for (const line of journal.lines) {
    const item = readItem(line);
    if (item !== null) byId.set(item.id, item);
  }
  const put = (items: readonly Item[]) => {
    for (const item of items) byId.set(item.id, item);
    journal.append(items);
  };
  if (byId.size === 0) put(Array.from({ length: SEEDED }, (_, i) => seededItem(i)));
  return {
    list: (since) =>
      [...byId.values()].filter(({ changedAt }) => since === null || changedAt >= since).sort(byChange),
    put,
    close: () => journal.close(),
  };
}

/** An item from one line of NDJSON; its id and change are read, everything else stays as it is. */
export function parseItem(text: string, now: Date): Item | null {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('id' in value)) return null;
  const changedAt = 'updated_at' in value ? Date.parse(String(value.updated_at)) : Number.NaN;
  const instant = Number.isNaN(changedAt) ? now : new Date(changedAt);
  return { id: String(value.id), changedAt: instant.toISOString(), text };
}

/** Spelled as only a text can keep it: a price with a trailing zero, an escaped letter, an emoji. */
function seededItem(i: number): Item {
  const changedAt = new Date(Date.UTC(2026, 0, 1, 0, i)).toISOString();
  const id = String(1001 + i);
  const text = `{"id":${id},"no":"SO-${id}","amount":"${100 + i}.00","price":${i}.10,"memo":"\\u8ba2\\u5355 😀","updated_at":"${changedAt}"}`;
  return { id, changedAt, text };
}

function byChange(a: Item, b: Item): number {
  if (a.changedAt !== b.changedAt) return a.changedAt < b.changedAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function readItem(line: unknown): Item | null {
  if (typeof line !== 'object' || line === null) return null;
  if (!('id' in line && 'changedAt' in line && 'text' in line)) return null;
  return { id: String(line.id), changedAt: String(line.changedAt), text: String(line.text) };
}

import { useSyncExternalStore } from 'react';

/** A choice of this browser that outlives the page and that components follow. */
export interface StoredValue<Value> {
  get(): Value;
  set(value: Value): void;
  /** Whether anybody ever chose in this browser. */
  isChosen(): boolean;
  /** The value, as a hook. */
  use(): Value;
}

/** Keeps a choice under `key`; `read` makes a value of what was stored (null: nothing yet). Kept for ever, unless `place` forgets. */
export function storedValue<Value extends string>(
  key: string,
  read: (stored: string | null) => Value,
  place: () => Storage = () => localStorage,
): StoredValue<Value> {
  const listeners = new Set<() => void>();
  const get = () => read(stored(key, place));
  const listen = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    get,
    set(value) {
      keep(key, value, place);
      for (const listener of listeners) listener();
    },
    isChosen: () => stored(key, place) !== null,
    use: () => useSyncExternalStore(listen, get),
  };
}

/** A browser may forbid storage: then the choice lasts as long as the page. */
const lastResort = new Map<string, string>();

function stored(key: string, place: () => Storage): string | null {
  try {
    return place().getItem(key);
  } catch {
    return lastResort.get(key) ?? null;
  }
}

function keep(key: string, value: string, place: () => Storage): void {
  try {
    place().setItem(key, value);
  } catch {
    lastResort.set(key, value);
  }
}

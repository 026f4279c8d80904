/** What was written, what is written, and what was taken back. */
export interface History {
  readonly past: readonly string[];
  readonly text: string;
  readonly future: readonly string[];
  /** What the last change was about: changes of one matter, such as typing into one box, are taken back together. */
  readonly matter: string | null;
}

const STEPS_MAX = 200;

export function beginHistory(text: string): History {
  return { past: [], text, future: [], matter: null };
}

/** With a change made. Without a matter of its own, every change is a step. */
export function change(history: History, text: string, matter: string | null = null): History {
  if (text === history.text) return history;
  const isSame = matter !== null && matter === history.matter && history.past.length > 0;
  const past = isSame ? history.past : [...history.past, history.text].slice(-STEPS_MAX);
  return { past, text, future: [], matter };
}

export function undo(history: History): History {
  const text = history.past.at(-1);
  if (text === undefined) return history;
  return { past: history.past.slice(0, -1), text, future: [history.text, ...history.future], matter: null };
}

export function redo(history: History): History {
  const [text, ...future] = history.future;
  if (text === undefined) return history;
  return { past: [...history.past, history.text], text, future, matter: null };
}

import { useSyncExternalStore } from 'react';
import { storedValue } from './stored-value.ts';

type Appearance = 'light' | 'dark';

const choice = storedValue<Appearance | 'system'>('tongzhang.appearance', (stored) =>
  stored === 'light' || stored === 'dark' ? stored : 'system',
);

/** Light or dark, as chosen here, else as the machine has it; and a switch. */
export function useAppearance(): readonly [Appearance, (next: Appearance) => void] {
  const chosen = choice.use();
  const isDarkMachine = useSyncExternalStore(listenToMachine, () => machine().matches);
  return [chosen === 'system' ? (isDarkMachine ? 'dark' : 'light') : chosen, choice.set];
}

function machine(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)');
}

function listenToMachine(listener: () => void): () => void {
  const query = machine();
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

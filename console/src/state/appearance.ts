import { useMachinePreference } from './machine-preference.ts';
import { storedValue } from './stored-value.ts';

type Appearance = 'light' | 'dark';

const choice = storedValue<Appearance | 'system'>('tongzhang.appearance', (stored) =>
  stored === 'light' || stored === 'dark' ? stored : 'system',
);

/** Light or dark, as chosen here, else as the machine has it; and a switch. */
export function useAppearance(): readonly [Appearance, (next: Appearance) => void] {
  const chosen = choice.use();
  const isDarkMachine = useMachinePreference('(prefers-color-scheme: dark)');
  return [chosen === 'system' ? (isDarkMachine ? 'dark' : 'light') : chosen, choice.set];
}

import { useCallback, useSyncExternalStore } from 'react';

/** Whether the reader's machine asks for this, followed as it changes. */
export function useMachinePreference(
  preference: '(prefers-color-scheme: dark)' | '(prefers-reduced-motion: reduce)',
): boolean {
  const listen = useCallback(
    (listener: () => void) => {
      const query = matchMedia(preference);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    [preference],
  );
  return useSyncExternalStore(listen, () => matchMedia(preference).matches);
}

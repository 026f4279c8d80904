import { useState } from 'react';

/** Something that may be refused and tried again: whether it is under way, and what went wrong the last time. */
export function useAttempt(): {
  readonly isTrying: boolean;
  readonly trouble: unknown;
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
} {
  const [isTrying, setTrying] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const attempt = async (act: () => Promise<unknown>) => {
    setTrying(true);
    try {
      await act();
      setTrouble(null);
    } catch (error) {
      setTrouble(error);
    } finally {
      setTrying(false);
    }
  };
  return { isTrying, trouble, attempt };
}

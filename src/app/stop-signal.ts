const IMPATIENT_MS = 1_500;
const KILLED_BY_SIGINT = 130;

/**
 * Aborted by Ctrl-C or SIGTERM. A second signal right behind counts as the same: npm, the terminal and the launcher may
 * each pass it on. One that comes later is somebody who will not wait: the process ends at once, and the next start recovers.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  let firstAt = 0;
  const onSignal = () => {
    if (!stop.signal.aborted) {
      firstAt = performance.now();
      stop.abort();
    } else if (performance.now() - firstAt > IMPATIENT_MS) {
      process.exit(KILLED_BY_SIGINT);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return stop.signal;
}

/** Resolves when the signal says so. */
export function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

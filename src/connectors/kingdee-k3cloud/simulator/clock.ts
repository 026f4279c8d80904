const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The server's wall clock as its database writes it: local time of China, milliseconds, no zone. */
export function serverTime(epochMs: number): string {
  return new Date(epochMs + CHINA_OFFSET_MS).toISOString().slice(0, 23);
}

/** An object of unknown members; what is left of `unknown` once it is known to be neither list nor scalar. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What lies at the end of the path, or undefined where the path leads nowhere. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let reached = value;
  for (const step of path) {
    if (Array.isArray(reached) && typeof step === 'number') reached = reached[step];
    else if (isRecord(reached)) reached = reached[step];
    else return undefined;
  }
  return reached;
}

/** The text at the end of the path; numbers and booleans as text; empty where there is none. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const reached = valueAt(value, ...path);
  return typeof reached === 'string'
    ? reached
    : reached == null || typeof reached === 'object'
      ? ''
      : String(reached);
}

/** The list at the end of the path; empty where there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const reached = valueAt(value, ...path);
  return Array.isArray(reached) ? reached : [];
}

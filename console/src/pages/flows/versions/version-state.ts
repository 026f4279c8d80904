import type { Schemas } from '#console/api/paths.ts';

type Version = Pick<Schemas['FlowVersion'], 'version' | 'publishedAt'>;

/** How a version stands to the one in force. */
export function versionState(
  { version, publishedAt }: Version,
  inForce: number | null,
): 'inForce' | 'earlier' | 'draft' {
  if (version === inForce) return 'inForce';
  return publishedAt === null ? 'draft' : 'earlier';
}

/** Which two versions one wants to compare first: what is in force, with what would be; null where there is only one. */
export function firstPair(
  versions: readonly Version[],
  inForce: number | null,
): { readonly before: number; readonly after: number } | null {
  const [newest, second] = versions.map(({ version }) => version).toSorted((a, b) => b - a);
  if (newest === undefined || second === undefined) return null;
  return { before: inForce !== null && inForce < newest ? inForce : second, after: newest };
}

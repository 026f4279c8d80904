import type { Schemas } from '#console/api/paths.ts';

type Flow = Pick<Schemas['Flow'], 'publishedVersion' | 'newestVersion' | 'enabled'>;

/** How a flow is: in force, switched off, or never published. */
export function flowState({ publishedVersion, enabled }: Flow): 'running' | 'off' | 'draft' {
  if (publishedVersion === null) return 'draft';
  return enabled ? 'running' : 'off';
}

/** The version that is saved but not in force; null where the newest one is. */
export function draftOf({ publishedVersion, newestVersion }: Flow): number | null {
  return publishedVersion !== null && newestVersion > publishedVersion ? newestVersion : null;
}

import { api } from '#console/api/client.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';

/** Kinds of documents that flows make, for suggestions. */
export function useKinds(): readonly string[] {
  const may = useMay();
  const flows = useTold(['/api/v1/flows'], () => api.GET('/api/v1/flows'), { isWanted: may('flows:read') });
  return [...new Set((flows.data?.items ?? []).map(({ kind }) => kind))].toSorted();
}

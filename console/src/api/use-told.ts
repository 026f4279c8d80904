import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { told } from './client.ts';
import type { ProblemError } from './trouble.ts';

/**
 * What the hub tells, kept under `key` and asked again when it grows old, or when the hub has news of it
 * (the first part of the key is the path).
 *
 * @example const run = useTold(['runs', id], () => api.GET('/api/v1/runs/{run}', { params: { path: { run: id } } }));
 */
export function useTold<Data>(
  key: readonly unknown[],
  ask: () => Promise<{ readonly data?: Data }>,
  { isWanted = true }: { readonly isWanted?: boolean } = {},
): UseQueryResult<Exclude<Data, undefined>, ProblemError> {
  return useQuery<Exclude<Data, undefined>, ProblemError>({
    queryKey: key,
    queryFn: () => told(ask()),
    enabled: isWanted,
  });
}

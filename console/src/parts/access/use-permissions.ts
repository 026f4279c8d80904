import type { UseQueryResult } from '@tanstack/react-query';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import type { ProblemError } from '#console/api/trouble.ts';
import { useTold } from '#console/api/use-told.ts';

/** Everything that can be granted, in the hub's order. */
export function usePermissions(): UseQueryResult<{ items: Schemas['Permission'][] }, ProblemError> {
  return useTold(['/api/v1/permissions'], () => api.GET('/api/v1/permissions'));
}

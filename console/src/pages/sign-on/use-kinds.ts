import type { UseQueryResult } from '@tanstack/react-query';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import type { ProblemError } from '#console/api/trouble.ts';
import { useTold } from '#console/api/use-told.ts';

/** The kinds of providers with what each asks for. */
export function useKinds(): UseQueryResult<{ items: Schemas['SignOnKind'][] }, ProblemError> {
  return useTold(['/api/v1/sign-on-kinds'], () => api.GET('/api/v1/sign-on-kinds'));
}

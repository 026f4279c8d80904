import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api, told } from './client.ts';
import type { Permission, Schemas } from './paths.ts';

import { ProblemError } from './trouble.ts';

export type Session = Schemas['Session'];

/** Who is signed in and how far; null: nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
  retry: false,
});

async function readSession(): Promise<Session | null> {
  try {
    return await told(api.GET('/api/v1/session'));
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) return null;
    throw error;
  }
}

/** The person at the browser. Only for pages inside the shell, where somebody is signed in. */
export function useSignedIn(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error('bug: a page of the shell without a session');
  return data;
}

/** Whether the person may do a thing somewhere; the hub decides again on every call. */
export function useMay(): (permission: Permission) => boolean {
  const { data } = useQuery(sessionQuery);
  const held = new Set<string>(data?.permissions ?? []);
  return (permission) => held.has(permission);
}

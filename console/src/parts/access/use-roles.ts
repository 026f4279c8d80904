import type { UseQueryResult } from '@tanstack/react-query';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import type { ProblemError } from '#console/api/trouble.ts';
import { useTold } from '#console/api/use-told.ts';
import { language } from '#console/words/language.ts';

/** Every role, those of the hub first; nothing for whoever may not see people. */
export function useRoles(): UseQueryResult<{ items: Schemas['Role'][] }, ProblemError> {
  const may = useMay();
  return useTold(['/api/v1/roles'], () => api.GET('/api/v1/roles'), { isWanted: may('people:read') });
}

/** What a role is called; one that is no more, by its code. */
export function useRoleName(): (code: string) => string {
  const reader = language.use();
  const { data } = useRoles();
  const names = new Map(data?.items.map(({ code, names: all }) => [code, all[reader]]));
  return (code) => names.get(code) || code;
}

/** Roles to choose from. */
export function useRoleChoices(): readonly { readonly value: string; readonly label: string }[] {
  const nameOf = useRoleName();
  const { data } = useRoles();
  return (data?.items ?? []).map(({ code }) => ({ value: code, label: nameOf(code) }));
}

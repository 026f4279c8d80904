import { api } from '#console/api/client.ts';
import { useMay, useSignedIn } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';

interface Assignee {
  readonly login: string;
  readonly name: string;
}

const SHOWN_MAX = 200;

/** Whom one may give an exception to: oneself, and the others where one may see who they are. */
export function useAssignees(): readonly Assignee[] {
  const { person } = useSignedIn();
  const may = useMay();
  const people = useTold(
    ['/api/v1/people', 'active'],
    () => api.GET('/api/v1/people', { params: { query: { state: 'active', limit: SHOWN_MAX } } }),
    { isWanted: may('people:read') },
  );
  const others = (people.data?.items ?? []).filter(({ login }) => login !== person.login);
  return [person, ...others].map(({ login, name }) => ({ login, name }));
}

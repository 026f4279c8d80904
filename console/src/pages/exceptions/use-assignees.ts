import { api } from '#console/api/client.ts';
import { useMay, useSignedIn } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';

interface Assignee {
  readonly login: string;
  readonly name: string;
}

/** Whom one may give an exception to: oneself first, then the others who may handle it. */
export function useAssignees(): readonly Assignee[] {
  const { person } = useSignedIn();
  const may = useMay();
  const able = useTold(['/api/v1/exceptions/assignees'], () => api.GET('/api/v1/exceptions/assignees'), {
    isWanted: may('exceptions:handle'),
  });
  const others = (able.data?.items ?? []).filter(({ login }) => login !== person.login);
  return [{ login: person.login, name: person.name }, ...others];
}

import { api } from '#console/api/client.ts';
import { useMay, useSignedIn } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { language } from '#console/words/language.ts';
import { actorText } from './actor-text.ts';

const KNOWN_MAX = 200;

/** Says who acted, of whom only the hub's own name for them is told: colleagues by name where one may see who they are. */
export function useActorText(): (actor: string) => string {
  const reader = language.use();
  const { person } = useSignedIn();
  const may = useMay();
  const people = useTold(
    ['/api/v1/people', 'active'],
    () => api.GET('/api/v1/people', { params: { query: { state: 'active', limit: KNOWN_MAX } } }),
    { isWanted: may('people:read') },
  );
  const colleagues = useTold(
    ['/api/v1/exceptions/assignees'],
    () => api.GET('/api/v1/exceptions/assignees'),
    { isWanted: may('exceptions:handle') && !may('people:read') },
  );
  const known = people.data ?? colleagues.data;
  const names = new Map(
    [...(known?.items ?? []), person].map(({ login, name }) => [`person:${login}`, name]),
  );
  return (actor) => actorText(actor, names.get(actor) ?? null, reader);
}

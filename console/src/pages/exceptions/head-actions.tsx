import { Button, Select } from 'antd';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useActorText } from '#console/parts/actors/use-actor-text.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { useAssignees } from './use-assignees.ts';
import { words } from './words.ts';

/** Who looks after it. */
export function HeadActions({ exception }: { readonly exception: Schemas['Exception'] }) {
  const say = useSay(words);
  const may = useMay();
  const people = useAssignees();
  const assign = useAssign(exception);
  const me = people[0]?.login;
  if (exception.state !== 'open' || !may('exceptions:handle')) return null;
  if (people.length === 1 && me !== undefined && exception.assignedTo === null) {
    return (
      <Button size="small" loading={assign.isPending} onClick={() => assign.mutate(me)}>
        {say('assignMe')}
      </Button>
    );
  }
  return (
    <Select
      size="small"
      aria-label={say('assign')}
      placeholder={say('assign')}
      popupMatchSelectWidth={false}
      allowClear
      loading={assign.isPending}
      value={exception.assignedTo}
      options={people.map(({ login, name }) => ({ value: login, label: name }))}
      onChange={(login?: string | null) => assign.mutate(login ?? null)}
    />
  );
}

function useAssign({ id, assignedTo: before }: Schemas['Exception']) {
  const say = useSay(words);
  const actorText = useActorText();
  const give = (login: string | null) =>
    told(
      api.PUT('/api/v1/exceptions/{exception}/assignee', {
        params: { path: { exception: id } },
        body: { login },
      }),
    );
  return useChange({
    change: give,
    touches: [['/api/v1/exceptions']],
    done: ({ assignedTo }) =>
      assignedTo === null ? say('toNobody') : say('hAssigned', { to: actorText(`person:${assignedTo}`) }),
    undo: () => () => give(before),
  });
}

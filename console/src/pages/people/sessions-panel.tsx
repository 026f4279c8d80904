import { Button } from 'antd';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { ListRow } from '#console/parts/list-row.tsx';
import { nameOfDevice } from '#console/parts/name-of-device.ts';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

/** Where somebody is signed in. */
export function SessionsPanel({ person }: { readonly person: Schemas['Person'] }) {
  const say = useSay(words);
  const may = useMay();
  const params = { path: { person: person.id } };
  const touches = [['/api/v1/people', person.id], ['/api/v1/sessions']];
  const sessions = useTold(['/api/v1/people', person.id, 'sessions'], () =>
    api.GET('/api/v1/people/{person}/sessions', { params }),
  );
  const end = useChange({
    change: (session: string) => api.DELETE('/api/v1/sessions/{session}', { params: { path: { session } } }),
    touches,
    done: () => say('ended'),
  });
  const endAll = useChange({
    change: () => told(api.DELETE('/api/v1/people/{person}/sessions', { params })),
    touches,
    done: ({ ended }) => say('allEnded', { n: ended }),
  });
  const isWriter = may('people:write');
  const hasAny = (sessions.data?.items.length ?? 0) > 0;
  return (
    <Panel
      title={say('sessions')}
      actions={
        isWriter && hasAny ? (
          <Button danger loading={endAll.isPending} onClick={() => endAll.mutate()}>
            {say('endAll')}
          </Button>
        ) : null
      }
    >
      <Told of={sessions}>
        {({ items }) =>
          items.length === 0 ? (
            <span className="tz-faint">{say('noSessions')}</span>
          ) : (
            items.map(({ id, userAgent, ip, seenAt, createdAt, current }) => (
              <ListRow key={id}>
                <span>
                  {nameOfDevice(userAgent)}{' '}
                  <span className="tz-faint">
                    {ip} · {say('openedAt')} <DateTime at={createdAt} /> · {say('seen')}{' '}
                    <DateTime at={seenAt} ago />
                  </span>
                </span>
                {current ? (
                  <StateTag tone="good">{say('thisOne')}</StateTag>
                ) : isWriter ? (
                  <Button danger type="text" onClick={() => end.mutate(id)}>
                    {say('end')}
                  </Button>
                ) : null}
              </ListRow>
            ))
          )
        }
      </Told>
    </Panel>
  );
}

import { Button } from 'antd';
import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { nameOfDevice } from '#console/parts/name-of-device.ts';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './me.module.css';
import { words } from './words.ts';

const KEY = ['/api/v1/me/sessions'];

export function SessionsPanel() {
  const say = useSay(words);
  const sessions = useTold(KEY, () => api.GET('/api/v1/me/sessions'));
  const end = useChange({
    change: (session: string) =>
      api.DELETE('/api/v1/me/sessions/{session}', { params: { path: { session } } }),
    touches: [KEY],
    done: () => say('ended'),
  });
  return (
    <Panel title={say('sessions')}>
      <Told of={sessions}>
        {({ items }) =>
          items.map(({ id, userAgent, ip, createdAt, seenAt, current }) => (
            <div key={id} className={styles.factor}>
              <span>
                <span className={styles.strong}>{nameOfDevice(userAgent)}</span>{' '}
                <span className="tz-faint">
                  {ip} · {say('since')} <DateTime at={createdAt} /> · {say('seen')}{' '}
                  <DateTime at={seenAt} ago />
                </span>
              </span>
              {current ? (
                <StateTag tone="good">{say('thisOne')}</StateTag>
              ) : (
                <Button type="text" danger onClick={() => end.mutate(id)}>
                  {say('end')}
                </Button>
              )}
            </div>
          ))
        }
      </Told>
    </Panel>
  );
}

import { Alert } from 'antd';
import { Link } from 'react-router';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { CapabilityTags } from '#console/parts/connecting/connector-cards.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { formatShare } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { PauseButton, Paused } from './pause.tsx';
import { codeOf, STATE_WORDS, TONES } from './states.ts';
import { words } from './words.ts';

type Connection = Schemas['Connection'];

/** How a connection is, in one glance. */
export function StatePanel(props: {
  readonly connection: Connection;
  readonly connector: Schemas['Connector'] | undefined;
}) {
  const reader = language.use();
  const may = useMay();
  const { connection, connector } = props;
  const health = useTold(['/api/v1/connections', connection.code, 'health'], () =>
    api.GET('/api/v1/connections/{connection}/health', { params: { path: { connection: connection.code } } }),
  );
  return (
    <Panel
      title={connector?.title[reader] ?? connection.connector}
      actions={may('connections:write') ? <PauseButton connection={connection} /> : null}
    >
      {connection.pause ? <Paused pause={connection.pause} /> : null}
      {connection.state === 'broken' ? <Broken error={connection.lastError} /> : null}
      <Told of={health}>{(told) => <HealthFacts {...props} health={told} />}</Told>
    </Panel>
  );
}

function HealthFacts({
  connection: { code, state, checkedAt },
  connector,
  health,
}: {
  readonly connection: Connection;
  readonly connector: Schemas['Connector'] | undefined;
  readonly health: Schemas['ConnectionHealth'];
}) {
  const say = useSay(words);
  const reader = language.use();
  const { circuit, deliveries, errorRate } = health;
  const stopped = `/deliveries?state=stopped&connection=${encodeURIComponent(code)}`;
  return (
    <>
      {circuit?.open ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlockEnd: 14 }}
          title={say('circuitOpen', { seconds: Math.ceil(circuit.waitMs / 1_000) })}
        />
      ) : null}
      <Facts
        of={[
          [
            say('state'),
            <StateTag key="state" tone={TONES[state]}>
              {say(STATE_WORDS[state])}
            </StateTag>,
          ],
          [say('lastCall'), <DateTime key="call" at={health.lastCallAt} ago />],
          [say('lastRecord'), <DateTime key="record" at={health.lastRecordAt} ago />],
          [say('errorRate'), errorRate === null ? say('noCalls') : formatShare(errorRate, reader)],
          [say('owed'), deliveries.owed],
          [
            say('stopped'),
            deliveries.stopped === 0 ? (
              0
            ) : (
              <Link key="stopped" to={stopped}>
                {deliveries.stopped}
              </Link>
            ),
          ],
          [say('checked'), <DateTime key="checked" at={checkedAt} ago />],
          [
            say('code'),
            <span key="code" className="tz-code">
              {code}
            </span>,
          ],
          [say('can'), <CapabilityTags key="can" declared={connector?.capabilities ?? []} />],
        ]}
      />
    </>
  );
}

/** What went wrong, as the hub explains its codes. */
function Broken({ error }: { readonly error: unknown }) {
  const say = useSay(words);
  const reader = language.use();
  const code = codeOf(error);
  const { data } = useTold(
    ['/api/v1/problems', code],
    () => api.GET('/api/v1/problems/{code}', { params: { path: { code } } }),
    { isWanted: code !== '' },
  );
  const title = say('broken', { title: data?.title[reader].replace(/\{\w+\}/g, '…') ?? code });
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginBlockEnd: 14 }}
      title={title}
      description={data?.advice[reader]}
    />
  );
}

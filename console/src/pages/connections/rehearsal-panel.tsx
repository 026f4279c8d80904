import { ExperimentOutlined } from '@ant-design/icons';
import { Alert, App, Button, Flex } from 'antd';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useActorText } from '#console/parts/actors/use-actor-text.ts';
import { Panel } from '#console/parts/panel.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { formatMoment } from '#console/words/format.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

type Connection = Schemas['Connection'];

/** The switch between the real system and a simulator of it. */
export function RehearsalPanel({ connection }: { readonly connection: Connection }) {
  const say = useSay(words);
  const may = useMay();
  const actorText = useActorText();
  const { rehearsal } = connection;
  return (
    <Panel
      title={say('rehearsalTitle')}
      intro={say('rehearsalText')}
      actions={may('connections:write') ? <Switch connection={connection} /> : null}
    >
      {rehearsal === null ? (
        <span className="tz-faint">{say('rehearsalOff')}</span>
      ) : (
        <Alert
          type="warning"
          icon={<ExperimentOutlined />}
          showIcon
          title={say('rehearsingSince', {
            since: formatMoment(rehearsal.since),
            by: actorText(rehearsal.by),
          })}
        />
      )}
    </Panel>
  );
}

function Switch({ connection: { code, rehearsal } }: { readonly connection: Connection }) {
  const say = useSay(words);
  const { modal } = App.useApp();
  const rehearse = (on: boolean) =>
    told(
      api.POST('/api/v1/connections/{connection}/rehearse', {
        params: { path: { connection: code } },
        body: { on },
      }),
    );
  const touches = [['/api/v1/connections']];
  const begin = useChange({
    change: () => rehearse(true),
    touches,
    done: ({ arrived }) => say('rehearseBegun', { n: arrived }),
  });
  const feed = useChange({
    change: () => rehearse(true),
    touches,
    done: ({ arrived }) => say('fed', { n: arrived }),
  });
  const end = useChange({ change: () => rehearse(false), touches, done: () => say('rehearseEnded') });
  const ask = () =>
    modal.confirm({
      title: say('rehearseTitle'),
      content: say('rehearseConfirm'),
      okText: say('rehearse'),
      onOk: () => begin.mutateAsync(undefined).catch(() => undefined),
    });
  if (rehearsal === null) {
    return (
      <Button icon={<ExperimentOutlined />} loading={begin.isPending} onClick={ask}>
        {say('rehearse')}
      </Button>
    );
  }
  return (
    <Flex gap={8} wrap>
      <Button loading={feed.isPending} onClick={() => feed.mutate(undefined)}>
        {say('feed')}
      </Button>
      <Button type="primary" loading={end.isPending} onClick={() => end.mutate(undefined)}>
        {say('rehearseEnd')}
      </Button>
    </Flex>
  );
}

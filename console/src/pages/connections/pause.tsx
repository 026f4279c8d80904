import { PauseCircleOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useActorText } from '#console/parts/actors/use-actor-text.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useConfirmWithReason } from '#console/parts/use-confirm-with-reason.tsx';
import { formatMoment } from '#console/words/format.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

type Connection = Schemas['Connection'];

/** Lets a connection wait, for a reason, or go on. */
export function PauseButton({ connection: { code, title, pause } }: { readonly connection: Connection }) {
  const say = useSay(words);
  const confirm = useConfirmWithReason();
  const params = { path: { connection: code } };
  const touches = [['/api/v1/connections']];
  const wait = useChange({
    change: (note: string) =>
      told(api.POST('/api/v1/connections/{connection}/pause', { params, body: { note } })),
    touches,
    done: () => say('paused'),
  });
  const goOn = useChange({
    change: () => told(api.POST('/api/v1/connections/{connection}/resume', { params })),
    touches,
    done: () => say('resumed'),
  });
  const ask = async () => {
    const question = { title: say('pauseTitle', { name: title || code }), text: say('pauseText') };
    const note = await confirm({ ...question, action: say('pause') });
    if (note !== null) wait.mutate(note);
  };
  return pause === null ? (
    <Button icon={<PauseCircleOutlined />} loading={wait.isPending} onClick={() => void ask()}>
      {say('pause')}
    </Button>
  ) : (
    <Button
      type="primary"
      icon={<PlayCircleOutlined />}
      loading={goOn.isPending}
      onClick={() => goOn.mutate(undefined)}
    >
      {say('resume')}
    </Button>
  );
}

/** Who lets it wait, since when and why. */
export function Paused({ pause }: { readonly pause: NonNullable<Connection['pause']> }) {
  const say = useSay(words);
  const actorText = useActorText();
  const { by, since, note } = pause;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBlockEnd: 14 }}
      title={say('pausedSince', { by: actorText(by), since: formatMoment(since), note })}
      description={say('pausedText')}
    />
  );
}

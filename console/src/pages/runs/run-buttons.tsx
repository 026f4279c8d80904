import { App, Button, Flex } from 'antd';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { ReplayButton } from './replay-button.tsx';
import { type RunAction, runActions } from './run-actions.ts';
import { words } from './words.ts';

type RunChange = Exclude<RunAction, 'replay'>;

const SAID = { pause: 'paused', resume: 'resumed', cancel: 'cancelled' } as const;

/** What may be done with a run as it stands. */
export function RunButtons({ run }: { readonly run: Schemas['Run'] }) {
  const say = useSay(words);
  const may = useMay();
  const { modal } = App.useApp();
  const change = useRunChange(run.id);
  const actions = runActions(run.state).filter((action) =>
    may(action === 'replay' ? 'records:replay' : 'runs:start'),
  );
  const act = (action: RunChange) => {
    if (action !== 'cancel') return change.mutate(action);
    modal.confirm({
      title: say('cancelTitle', { run: run.id }),
      content: say('cancelText'),
      okText: say('cancel'),
      okButtonProps: { danger: true },
      cancelText: say('keep'),
      onOk: () => change.mutateAsync('cancel'),
    });
  };
  return (
    <Flex gap={4}>
      {actions.map((action) =>
        action === 'replay' ? (
          <ReplayButton key={action} run={run} />
        ) : (
          <Button
            key={action}
            type="link"
            size="small"
            danger={action === 'cancel'}
            loading={change.isPending && change.variables === action}
            onClick={() => act(action)}
          >
            {say(action)}
          </Button>
        ),
      )}
    </Flex>
  );
}

function useRunChange(run: string) {
  const say = useSay(words);
  const params = { path: { run } };
  const send = (action: RunChange) => {
    if (action === 'pause') return told(api.POST('/api/v1/runs/{run}/pause', { params }));
    if (action === 'resume') return told(api.POST('/api/v1/runs/{run}/resume', { params }));
    return told(api.POST('/api/v1/runs/{run}/cancel', { params }));
  };
  return useChange({
    change: send,
    touches: [['/api/v1/runs']],
    done: (_, action) => say(SAID[action], { run }),
    undo: (_, action) => (action === 'cancel' ? null : () => send(action === 'pause' ? 'resume' : 'pause')),
  });
}

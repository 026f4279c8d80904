import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { useChange } from '#console/parts/use-change.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

/** Puts the records of a run before their flow again; where several flows take them, asks which. */
export function ReplayButton({ run }: { readonly run: Schemas['Run'] }) {
  const say = useSay(words);
  const [isAsking, setAsking] = useState(false);
  const flows = useFlowsOf(run);
  const replay = useReplay(run.id);
  return (
    <>
      <Button
        type="link"
        size="small"
        loading={replay.isPending}
        onClick={() => (flows.length > 1 ? setAsking(true) : replay.mutate(undefined))}
      >
        {say('replay')}
      </Button>
      {isAsking ? (
        <WhichFlow
          flows={flows}
          isBusy={replay.isPending}
          close={() => setAsking(false)}
          choose={(flow) =>
            void replay.mutateAsync(flow).then(
              () => setAsking(false),
              () => undefined,
            )
          }
        />
      ) : null}
    </>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface WhichProps {
  readonly flows: readonly Choice[];
  readonly isBusy: boolean;
  readonly choose: (flow: string) => void;
  readonly close: () => void;
}

function WhichFlow({ flows, isBusy, choose, close }: WhichProps) {
  const say = useSay(words);
  const [flow, setFlow] = useState(flows[0]!.value);
  return (
    <Modal
      open
      title={say('whichFlow')}
      okText={say('replay')}
      cancelText={say('close')}
      confirmLoading={isBusy}
      onOk={() => choose(flow)}
      onCancel={close}
    >
      <p>{say('whichFlowText')}</p>
      <Select
        aria-label={say('flow')}
        style={{ inlineSize: '100%' }}
        value={flow}
        options={[...flows]}
        onChange={setFlow}
      />
    </Modal>
  );
}

/** A run of a flow has one; what came by a file or a call belongs to every flow of its connection. */
function useFlowsOf({ flow, connection }: Schemas['Run']): readonly Choice[] {
  const may = useMay();
  const reader = language.use();
  const isWanted = flow === null && may('flows:read');
  const flows = useTold(['/api/v1/flows'], () => api.GET('/api/v1/flows'), { isWanted });
  if (!isWanted) return [];
  return (flows.data?.items ?? [])
    .filter((one) => one.connection === connection)
    .map(({ code, title }) => ({ value: code, label: title?.[reader] ?? code }));
}

function useReplay(run: string) {
  const say = useSay(words);
  return useChange({
    change: (flow: string | undefined) =>
      told(
        api.POST('/api/v1/runs/{run}/replay', {
          params: { path: { run }, ...(flow === undefined ? {} : { query: { flow } }) },
        }),
      ),
    touches: [['/api/v1/runs']],
    done: ({ runId }) => say('replayed', { run: runId }),
  });
}

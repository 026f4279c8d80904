import { Button } from 'antd';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useConfirmWithReason } from '#console/parts/use-confirm-with-reason.tsx';
import { runEnd } from '#console/parts/working/run-end.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

/** Takes a correction back, after asking why: the record says again what it says, and is tried again. */
export function RevokeButton(props: {
  readonly exception: Pick<Schemas['Exception'], 'recordId'>;
  readonly correction: string;
}) {
  const say = useSay(words);
  const confirm = useConfirmWithReason();
  const params = { path: { record: props.exception.recordId, correction: props.correction } };
  const revoke = useChange({
    change: async (reason: string) => {
      const path = '/api/v1/records/{record}/corrections/{correction}/revoke';
      const { runId } = await told(api.POST(path, { params, body: { reason } }));
      if (runId !== null) await runEnd(runId);
    },
    touches: [['/api/v1/exceptions'], ['/api/v1/records']],
    done: () => say('revoked'),
  });
  const ask = async () => {
    const reason = await confirm({ title: say('revoke'), text: say('revokeText'), action: say('revoke') });
    if (reason !== null) revoke.mutate(reason);
  };
  return (
    <Button type="link" size="small" loading={revoke.isPending} onClick={ask}>
      {say('revoke')}
    </Button>
  );
}

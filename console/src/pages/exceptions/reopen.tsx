import { Button } from 'antd';
import { Link } from 'react-router';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useChange } from '#console/parts/use-change.ts';
import { runEnd } from '#console/parts/working/run-end.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

/** Takes a dismissal back: the record is put before its flow again. What is still wrong with it is an exception of its own. */
export function Reopen(props: {
  readonly exception: Schemas['Exception'];
  /** Open by now, of the same record. */
  readonly openId: string | undefined;
}) {
  const say = useSay(words);
  const may = useMay();
  const { recordId, flow } = props.exception;
  const reopen = useChange({
    change: async () => {
      const params = { path: { record: recordId }, query: flow === null ? {} : { flow } };
      return runEnd((await told(api.POST('/api/v1/records/{record}/replay', { params }))).runId);
    },
    touches: [['/api/v1/exceptions'], ['/api/v1/records']],
    done: () => say('reopened'),
  });
  if (props.openId !== undefined) return <Link to={`/exceptions/${props.openId}`}>{say('openAgain')}</Link>;
  if (!may('records:replay')) return null;
  return (
    <Button loading={reopen.isPending} onClick={() => reopen.mutate(undefined)}>
      {say('reopen')}
    </Button>
  );
}

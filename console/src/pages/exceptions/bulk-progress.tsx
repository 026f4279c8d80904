import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { Panel } from '#console/parts/panel.tsx';
import { ProgressOfRun } from '#console/parts/progress-of-run.tsx';
import { hasEnded, readRun } from '#console/parts/working/run-end.ts';
import { useSay } from '#console/words/use-say.ts';
import type { BulkRun } from './bulk-runs.ts';
import styles from './exceptions.module.css';
import { words } from './words.ts';

const ASK_MS = 1_000;

/** How far the runs are that were started here; they go on without this page. */
export function BulkProgress(props: { readonly runs: readonly BulkRun[]; readonly hide: () => void }) {
  const say = useSay(words);
  if (props.runs.length === 0) return null;
  return (
    <Panel
      title={say('background')}
      intro={say('backgroundText')}
      actions={
        <Button size="small" onClick={props.hide}>
          {say('hide')}
        </Button>
      }
    >
      <ul className={styles.runs}>
        {props.runs.map((run) => (
          <OneRun key={run.runId} run={run} />
        ))}
      </ul>
    </Panel>
  );
}

function OneRun({ run: { flow, runId, count } }: { readonly run: BulkRun }) {
  const say = useSay(words);
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['/api/v1/runs', runId],
    queryFn: () => readRun(runId),
    refetchInterval: ({ state }) => (state.data && hasEnded(state.data) ? false : ASK_MS),
  });
  const isDone = data !== undefined && hasEnded(data);
  useEffect(() => {
    if (!isDone) return;
    void client.invalidateQueries({ queryKey: ['/api/v1/exceptions'] });
    void client.invalidateQueries({ queryKey: ['/api/v1/exceptions/counts'] });
  }, [client, isDone]);
  return (
    <li className={styles.run}>
      <Link to="/runs">{say('runOf', { flow, n: count })}</Link>
      {data ? <ProgressOfRun run={data} /> : null}
      <span className="tz-faint" role="status">
        {data && isDone ? say('runDone', { posted: data.posted, held: data.held }) : null}
      </span>
    </li>
  );
}

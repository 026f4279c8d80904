import { Button } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useSay } from '#console/words/use-say.ts';
import { BulkProgress } from './bulk-progress.tsx';
import type { BulkRun } from './bulk-runs.ts';
import type { Choice } from './choice.ts';
import { useCounts } from './code-list.tsx';
import { useBulk } from './use-bulk.ts';
import { words } from './words.ts';

/** What solved one may solve others: all that are open for the same problem are tried again, in the background. */
export function OthersToo({ exception }: { readonly exception: Schemas['Exception'] }) {
  const say = useSay(words);
  const may = useMay();
  const [runs, setRuns] = useState<readonly BulkRun[]>([]);
  const bulk = useBulk(setRuns);
  const same = useCounts().find(({ code }) => code === exception.codes[0]);
  if (runs.length > 0) return <BulkProgress runs={runs} hide={() => setRuns([])} />;
  if (!same || !may('records:replay')) return null;
  const { code, count } = same;
  const { flow } = exception;
  const choice: Choice = { filter: flow === null ? { code } : { code, flow } };
  return (
    <div>
      <Button loading={bulk.isPending} onClick={() => bulk.mutate({ choice, deed: { kind: 'replay' } })}>
        {say('othersToo', { n: count })}
      </Button>
    </div>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, told } from '#console/api/client.ts';
import { useMay } from '#console/api/session.ts';
import { runEnd } from '#console/parts/working/run-end.ts';

export interface Fixing {
  /** Whether the record is before its flow again at this moment. */
  readonly isWorking: boolean;
  /** Whether it was, since the page was opened. */
  readonly wasTried: boolean;
  /** Waits for a run that tries the record again. */
  readonly follow: (runId: string) => void;
  readonly mayReplay: boolean;
  /** Tries the record again, where one may. */
  readonly replay: () => Promise<void>;
}

/** Tries a record again after a repair and waits for what becomes of it. */
export function useFixing(id: string): Fixing {
  const client = useQueryClient();
  const mayReplay = useMay()('records:replay');
  const [run, setRun] = useState<{ of: string; runId: string } | null>(null);
  const runId = run?.of === id ? run.runId : null;
  const end = useQuery({
    queryKey: ['run-end', runId],
    queryFn: () => runEnd(runId ?? ''),
    enabled: runId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isEnded = end.data !== undefined;
  useEffect(() => {
    if (isEnded) for (const path of TOUCHED) void client.invalidateQueries({ queryKey: [path] });
  }, [client, isEnded]);
  const follow = (next: string) => setRun({ of: id, runId: next });
  return {
    isWorking: runId !== null && end.isPending,
    wasTried: isEnded,
    follow,
    mayReplay,
    replay: async () => {
      if (!mayReplay) return;
      const params = { path: { exception: id } };
      follow((await told(api.POST('/api/v1/exceptions/{exception}/replay', { params }))).runId);
    },
  };
}

const TOUCHED = ['/api/v1/exceptions', '/api/v1/exceptions/counts', '/api/v1/records'];

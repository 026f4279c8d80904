import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Spin } from 'antd';
import { useEffect } from 'react';
import { api, told } from '#console/api/client.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useSay } from '#console/words/use-say.ts';
import { FoundSteps } from './found-steps.tsx';
import { words } from './words.ts';

/** Tests a connection and tells step by step what works and where it stops. `atOnce`: without being asked. */
export function Diagnosis({
  connection,
  atOnce = false,
}: {
  readonly connection: string;
  readonly atOnce?: boolean;
}) {
  const say = useSay(words);
  const client = useQueryClient();
  const { mutate, data, error, isPending, isIdle } = useMutation({
    mutationFn: (code: string) =>
      told(api.POST('/api/v1/connections/{connection}/test', { params: { path: { connection: code } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['/api/v1/connections'] }),
  });
  useEffect(() => {
    if (atOnce) mutate(connection);
  }, [atOnce, connection, mutate]);
  return (
    <div aria-live="polite">
      <Flex gap={12} align="center" wrap>
        <Button loading={isPending} onClick={() => mutate(connection)}>
          {say(isIdle ? 'test' : 'again')}
        </Button>
        {isPending ? <span className="tz-faint">{say('testing')}</span> : null}
      </Flex>
      {isPending ? <Spin /> : null}
      {!isPending && error ? <ProblemView error={error} retry={() => mutate(connection)} /> : null}
      {!isPending && data ? <FoundSteps ok={data.ok} steps={data.steps} /> : null}
    </div>
  );
}

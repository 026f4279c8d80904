import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { api, told } from '#console/api/client.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useSay } from '#console/words/use-say.ts';
import { FindingList } from './finding-list.tsx';
import styles from './preview.module.css';
import { words } from './words.ts';

const SAID = { posted: 'checkedPosted', held: 'checkedHeld', ignored: 'checkedIgnored' } as const;

/**
 * What the hub itself would do with the sample, by a rolled-back posting: it waits for the book's turn to post, so it is asked for
 * rather than made on every key.
 */
export function HubCheck() {
  const say = useSay(words);
  const { draft, samples, sampleIndex } = useEditor();
  const check = useMutation({
    mutationFn: async (source: string) => {
      const body = { source, samples: [samples[sampleIndex]] };
      const { results, refusals } = await told(api.POST('/api/v1/flows/preview', { body }));
      return { result: results[0], refusals };
    },
  });
  const isRight = draft.unreadable === null && draft.refusals.length === 0;
  const { result, refusals = [] } = check.data ?? {};
  return (
    <div className={styles.check}>
      <span className={styles.small}>{say('checkText')}</span>
      <Button
        size="small"
        disabled={!isRight}
        loading={check.isPending}
        onClick={() => check.mutate(draft.text)}
      >
        {say('check')}
      </Button>
      {check.isError ? <ProblemView error={check.error} /> : null}
      {refusals.length > 0 ? <FindingList title={say('findings')} findings={refusals} /> : null}
      {result ? (
        <>
          <Alert
            type={result.outcome === 'posted' ? 'success' : 'warning'}
            showIcon
            title={say(SAID[result.outcome])}
            description={check.variables === draft.text ? undefined : say('stale')}
          />
          {result.findings.length > 0 ? (
            <FindingList title={say('findings')} findings={result.findings} />
          ) : null}
        </>
      ) : null}
    </div>
  );
}

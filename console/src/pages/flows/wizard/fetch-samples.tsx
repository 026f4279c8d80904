import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { askSystem } from '#console/pages/flows/edit/source/stored-samples.ts';
import { useSourceCapabilities } from '#console/pages/flows/use-source.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './wizard.module.css';
import { words } from './words.ts';

/** Gets a few records from the source itself, where it can be asked for them. */
export function FetchSamples(props: {
  readonly connection: string;
  readonly kind: string;
  readonly use: (samples: readonly unknown[]) => void;
}) {
  const say = useSay(words);
  const { connection, kind, use } = props;
  const capabilities = useSourceCapabilities(connection);
  const fetch = useMutation({
    mutationFn: () => askSystem(connection, kind),
    onSuccess: (samples) => (samples.length > 0 ? use(samples) : undefined),
  });
  const canCollect = [`collect:${kind}`, 'collect:*'].some((one) => capabilities?.includes(one));
  if (!canCollect) return null;
  return (
    <div className={styles.fetch} aria-live="polite">
      <Button loading={fetch.isPending} onClick={() => fetch.mutate()}>
        {fetch.isPending ? say('fetching', { connection }) : say('fetch')}
      </Button>
      {fetch.error ? <ProblemView error={fetch.error} retry={() => fetch.mutate()} /> : null}
      {fetch.data?.length === 0 ? (
        <Alert
          type="info"
          showIcon
          title={say('fetchedNone', { connection, kind })}
          description={say('fetchedNoneText')}
        />
      ) : null}
    </div>
  );
}

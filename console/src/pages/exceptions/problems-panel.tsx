import { Button } from 'antd';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { Panel } from '#console/parts/panel.tsx';
import { FindingItem } from '#console/parts/tracing/finding-item.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { evidenceOf } from './evidence.ts';
import styles from './exceptions.module.css';
import { Repairs } from './repairs.tsx';
import { useClosing } from './use-closing.ts';
import type { Fixing } from './use-fixing.ts';
import { words } from './words.ts';

interface Problems {
  readonly exception: Schemas['Exception'];
  readonly fixing: Fixing;
}

/** Every finding in plain words, what was found, and the ways out. */
export function ProblemsPanel({ exception, fixing }: Problems) {
  const say = useSay(words);
  const reader = language.use();
  const isOpen = exception.state === 'open';
  const help = useTold(
    ['/api/v1/exceptions', exception.id, 'help', reader],
    () => api.GET('/api/v1/exceptions/{exception}/help', { params: { path: { exception: exception.id } } }),
    { isWanted: isOpen },
  );
  const findings = help.data?.findings ?? exception.findings.map((finding) => ({ finding, repairs: [] }));
  return (
    <Panel
      title={say('whatIsWrong')}
      isFlush
      actions={isOpen ? <Ways exception={exception} fixing={fixing} /> : null}
    >
      {findings.map(({ finding, repairs }) => (
        <FindingItem key={`${finding.code} ${finding.at}`} finding={finding}>
          <Evidence finding={finding} />
          {isOpen && help.data ? <Repairs exception={exception} fixing={fixing} repairs={repairs} /> : null}
        </FindingItem>
      ))}
    </Panel>
  );
}

/** What may be done whatever is wrong. */
function Ways({ exception, fixing }: Problems) {
  const say = useSay(words);
  const may = useMay();
  const replay = useChange({ change: fixing.replay });
  const dismissing = useClosing(exception, fixing, 'dismiss');
  return (
    <>
      {may('exceptions:dismiss') ? (
        <Button loading={dismissing.isPending} onClick={dismissing.ask}>
          {say('dismiss')}
        </Button>
      ) : null}
      {fixing.mayReplay ? (
        <Button loading={replay.isPending || fixing.isWorking} onClick={() => replay.mutate(undefined)}>
          {say('replay')}
        </Button>
      ) : null}
    </>
  );
}

/** What the check looked at. */
function Evidence({ finding }: { readonly finding: Schemas['Finding'] }) {
  const say = useSay(words);
  const reader = language.use();
  const evidence = evidenceOf(finding, reader);
  if (evidence.length === 0) return null;
  return (
    <dl className={styles.evidence} aria-label={say('evidence')}>
      {evidence.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

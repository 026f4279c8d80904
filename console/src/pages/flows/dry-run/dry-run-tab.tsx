import { useMutation } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { TabProps } from '#console/pages/flows/flow-tab.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './dry-run.module.css';
import { TriedResults } from './tried-results.tsx';
import { tryVersion, type Wanted } from './try-version.ts';
import { words } from './words.ts';

const COUNTS = [20, 50, 100, 200];

/** Tries a version on what has come already, and says what would be otherwise than now. */
export function DryRunTab({ flow }: TabProps) {
  const say = useSay(words);
  const [wanted, setWanted] = useState<Wanted>({ version: flow.newestVersion, records: 50 });
  const trial = useMutation({ mutationFn: (asked: Wanted) => tryVersion(flow, asked) });
  const versions = Array.from({ length: flow.newestVersion }, (_, i) => flow.newestVersion - i);
  const nameOf = (version: number) =>
    `v${version} ${version === flow.publishedVersion ? say('inForce') : ''}`.trim();
  return (
    <Panel title={say('title')} intro={say('intro')}>
      <div className={styles.form}>
        <Select
          aria-label={say('version')}
          value={wanted.version}
          options={versions.map((value) => ({ value, label: nameOf(value) }))}
          popupMatchSelectWidth={false}
          onChange={(version) => setWanted({ ...wanted, version })}
        />
        <Select
          aria-label={say('records')}
          value={wanted.records}
          prefix={<span className="tz-faint">{say('records')}</span>}
          options={COUNTS.map((value) => ({ value, label: say('count', { n: value }) }))}
          popupMatchSelectWidth={false}
          onChange={(records) => setWanted({ ...wanted, records })}
        />
        <Button type="primary" loading={trial.isPending} onClick={() => trial.mutate(wanted)}>
          {say('go')}
        </Button>
      </div>
      <div aria-live="polite">
        {trial.error ? <ProblemView error={trial.error} retry={() => trial.mutate(wanted)} /> : null}
        {trial.data?.results.length === 0 ? (
          <EmptyState title={say('none')}>{say('noneText')}</EmptyState>
        ) : null}
        {trial.data && trial.data.results.length > 0 ? (
          <TriedResults flow={flow.code} trial={trial.data} />
        ) : null}
      </div>
    </Panel>
  );
}

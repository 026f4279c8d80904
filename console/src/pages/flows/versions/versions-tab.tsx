import { Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useTold } from '#console/api/use-told.ts';
import type { TabProps } from '#console/pages/flows/flow-tab.ts';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { formatMoment } from '#console/words/format.ts';
import { useSay } from '#console/words/use-say.ts';
import { firstPair } from './version-state.ts';
import { VersionTable } from './version-table.tsx';
import styles from './versions.module.css';
import { words } from './words.ts';

const VersionDiff = lazy(async () => ({ default: (await import('./version-diff.tsx')).VersionDiff }));

type Version = Schemas['FlowVersion'];

/** The versions of a flow, what differs between two of them, and which one is in force. */
export function VersionsTab({ flow, tag }: TabProps) {
  const say = useSay(words);
  const versions = useTold(['/api/v1/flows', flow.code, 'versions'], () =>
    api.GET('/api/v1/flows/{flow}/versions', { params: { path: { flow: flow.code } } }),
  );
  return (
    <Told of={versions}>
      {({ items }) => (
        <div className={styles.stack}>
          <VersionTable flow={flow} tag={tag} versions={items} />
          <Panel title={say('compare')} intro={say('compareText')}>
            <Compare versions={items} inForce={flow.publishedVersion} />
          </Panel>
        </div>
      )}
    </Told>
  );
}

function Compare({
  versions,
  inForce,
}: {
  readonly versions: readonly Version[];
  readonly inForce: number | null;
}) {
  const say = useSay(words);
  const first = firstPair(versions, inForce);
  const [chosen, setChosen] = useState<{ readonly before?: number; readonly after?: number }>({});
  if (first === null) return <p className="tz-faint">{say('onlyOne')}</p>;
  const pair = { ...first, ...chosen };
  const [before, after] = [pair.before, pair.after].map((n) => versions.find(({ version }) => version === n));
  return (
    <>
      <div className={styles.choose}>
        {(['before', 'after'] as const).map((side) => (
          <Select
            key={side}
            aria-label={say(side)}
            prefix={<span className="tz-faint">{say(side)}</span>}
            value={pair[side]}
            popupMatchSelectWidth={false}
            options={versions.map(({ version, createdAt }) => ({
              value: version,
              label: `v${version} · ${formatMoment(createdAt)}`,
            }))}
            onChange={(version) => setChosen({ ...chosen, [side]: version })}
          />
        ))}
      </div>
      {before && after ? (
        <Suspense>
          <VersionDiff before={before} after={after} />
        </Suspense>
      ) : null}
    </>
  );
}

import { Table } from 'antd';
import { useMemo } from 'react';
import { stringify } from 'yaml';
import type { Schemas } from '#console/api/paths.ts';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { useSay } from '#console/words/use-say.ts';
import { diffFlows, type FlowChange } from '#core/flows/diff-flows.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { diffTexts } from './text-diff.ts';
import styles from './versions.module.css';
import { partWords, words } from './words.ts';

interface DiffProps {
  readonly before: Schemas['FlowVersion'];
  readonly after: Schemas['FlowVersion'];
}

/** What differs between two versions: part by part, then line by line. */
export function VersionDiff({ before, after }: DiffProps) {
  const say = useSay(words);
  const changes = useMemo(() => changesBetween(before, after), [before, after]);
  const isSame = before.source === after.source;
  if (isSame) return <p className="tz-faint">{say('same')}</p>;
  return (
    <>
      {changes.length > 0 ? <Changes changes={changes} /> : null}
      <h3 className={styles.heading}>{say('text')}</h3>
      <TextDiff before={before.source} after={after.source} />
    </>
  );
}

function changesBetween(
  before: Schemas['FlowVersion'],
  after: Schemas['FlowVersion'],
): readonly FlowChange[] {
  const [old, now] = [parseFlow(before.definition), parseFlow(after.definition)];
  return old.ok && now.ok ? diffFlows(old.value, now.value) : [];
}

function Changes({ changes }: { readonly changes: readonly FlowChange[] }) {
  const say = useSay(words);
  const sayPart = useSay(partWords);
  return (
    <Scrolls label={say('what')}>
      <Table<FlowChange>
        size="small"
        pagination={false}
        rowKey={({ at, change }) => `${change}:${at}`}
        dataSource={[...changes]}
        columns={[
          {
            key: 'what',
            title: say('what'),
            render: (_, { change, part }) => `${sayPart(part)} · ${say(change)}`,
          },
          { key: 'where', title: say('where'), render: (_, { at }) => <span className="tz-code">{at}</span> },
          { key: 'before', title: say('before'), render: (_, { before }) => <Value value={before} /> },
          { key: 'after', title: say('after'), render: (_, { after }) => <Value value={after} /> },
        ]}
      />
    </Scrolls>
  );
}

/** A part of a flow, written as it is written in flows. */
function Value({ value }: { readonly value: unknown }) {
  if (value === undefined) return <span className="tz-faint">—</span>;
  const text =
    typeof value === 'string' ? value : stringify(value, { collectionStyle: 'flow', lineWidth: 60 });
  return <div className={styles.value}>{text.trim()}</div>;
}

const SIGNS = { same: '', added: '+', removed: '−', skipped: '' } as const;

function TextDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const say = useSay(words);
  const lines = useMemo(() => diffTexts(before, after), [before, after]);
  return (
    <Scrolls className={styles.diff} label={say('text')}>
      {lines.map((line) => (
        <div key={line.key} className={styles.line} data-type={line.type}>
          <span className={styles.sign}>{SIGNS[line.type]}</span>
          <span>{line.type === 'skipped' ? say('sameLines', { n: line.count }) : line.text || ' '}</span>
        </div>
      ))}
    </Scrolls>
  );
}

import { Alert, Switch, Table } from 'antd';
import { useState } from 'react';
import type { Schemas } from '#console/api/paths.ts';
import { Money } from '#console/parts/money.tsx';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './dry-run.module.css';
import { cameOf, changedParts, countOutcomes, joinTried, type TriedRow } from './join-tried.ts';
import { TriedDetail } from './tried-detail.tsx';
import type { Trial } from './try-version.ts';
import { words } from './words.ts';

const TONES = { posted: 'good', held: 'warn', same: 'good', ignored: 'quiet' } as const;

/** What came of a trial: how many came to what, and each record. */
export function TriedResults({ flow, trial }: { readonly flow: string; readonly trial: Trial }) {
  const say = useSay(words);
  const [isNarrow, setNarrow] = useState(false);
  const rows = joinTried(trial.results, trial.differing);
  const shown = isNarrow ? rows.filter(({ compared }) => compared !== null) : rows;
  return (
    <>
      <Counts trial={trial} />
      {trial.base === null ? null : (
        <Compared base={trial.base} trial={trial} isNarrow={isNarrow} setNarrow={setNarrow} />
      )}
      <Scrolls className={styles.results} label={say('outcome')}>
        <Table<TriedRow>
          size="small"
          rowKey="key"
          dataSource={[...shown]}
          columns={useColumns(trial.base !== null)}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          expandable={{
            expandRowByClick: true,
            expandedRowRender: (row) => <TriedDetail row={row} flow={flow} version={trial.version} />,
          }}
        />
      </Scrolls>
    </>
  );
}

function Counts({ trial }: { readonly trial: Trial }) {
  const say = useSay(words);
  const counts = countOutcomes(trial.results);
  return (
    <dl className={styles.counts}>
      {(['posted', 'same', 'held', 'ignored'] as const).map((outcome) => (
        <div key={outcome} className={styles.count}>
          <dt>{say(outcome)}</dt>
          <dd className="tz-number">{counts[outcome]}</dd>
        </div>
      ))}
    </dl>
  );
}

function Compared(props: {
  readonly base: number;
  readonly trial: Trial;
  readonly isNarrow: boolean;
  readonly setNarrow: (isNarrow: boolean) => void;
}) {
  const say = useSay(words);
  const { base, trial } = props;
  const looked = trial.results.length;
  if (trial.differs === 0) {
    return <Alert type="success" showIcon title={say('comparedSame', { base, looked })} />;
  }
  return (
    <Alert
      type="info"
      showIcon
      title={say('compared', { base, looked, n: trial.differs })}
      action={
        <Switch
          checked={props.isNarrow}
          onChange={props.setNarrow}
          checkedChildren={say('onlyDiffering')}
          unCheckedChildren={say('onlyDiffering')}
          aria-label={say('onlyDiffering')}
        />
      }
    />
  );
}

const REASONS = { older_version: 'olderVersion', no_document_applies: 'noDocument' } as const;

/** Why a record makes nothing; that it stands already was said. Rules of a flow have reasons of their own. */
function useReason(): (tried: Schemas['Tried']) => string | undefined {
  const say = useSay(words);
  return ({ reason }) => {
    if (reason === undefined || reason === 'unchanged') return undefined;
    return isKnown(reason) ? say(REASONS[reason]) : reason;
  };
}

function isKnown(reason: string): reason is keyof typeof REASONS {
  return Object.hasOwn(REASONS, reason);
}

function useColumns(isCompared: boolean) {
  const say = useSay(words);
  const reasonOf = useReason();
  const change = useChangeColumn();
  return [
    {
      key: 'record',
      title: say('record'),
      render: (_: unknown, { tried }: TriedRow) => (
        <>
          <span className="tz-code">{tried.externalId}</span>{' '}
          <span className="tz-faint">{tried.documents.map(({ number }) => number).join(' ')}</span>
        </>
      ),
    },
    {
      key: 'outcome',
      title: say('outcome'),
      render: (_: unknown, { tried }: TriedRow) => (
        <>
          <StateTag tone={TONES[cameOf(tried)]}>{say(cameOf(tried))}</StateTag>{' '}
          <span className="tz-faint">{reasonOf(tried) ?? tried.findings[0]?.title}</span>
        </>
      ),
    },
    {
      key: 'amount',
      title: say('amount'),
      align: 'right' as const,
      className: 'tz-number',
      render: (_: unknown, { tried: { vouchers } }: TriedRow) =>
        vouchers.map(({ id, total }) => (
          <div key={id}>
            <Money amount={total} />
          </div>
        )),
    },
    ...(isCompared ? [change] : []),
  ];
}

function useChangeColumn() {
  const say = useSay(words);
  return {
    key: 'change',
    title: say('change'),
    render: (_: unknown, { compared }: TriedRow) =>
      compared ? (
        changedParts(compared)
          .map((part) => say(part))
          .join('、')
      ) : (
        <span className="tz-faint">{say('changeNone')}</span>
      ),
  };
}

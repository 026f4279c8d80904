import { Segmented, Table } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { useChoices } from '#console/api/use-choices.ts';
import { cardLabel } from '#console/parts/card-label.ts';
import cards from '#console/parts/cards.module.css';
import { withChanges } from '#console/parts/list-state.ts';
import { Panel } from '#console/parts/panel.tsx';
import { formatNumber, formatShare } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './overview.module.css';
import { words } from './words.ts';

const WAYS = ['byConnection', 'byFlow', 'byBook'] as const;
type Way = (typeof WAYS)[number];
const PLACES = { byConnection: 'connections', byFlow: 'flows', byBook: 'books' } as const;
const COUNTS = ['received', 'posted', 'held', 'delivered'] as const;

interface Row {
  readonly code: string;
  /** The same overview narrowed to it. */
  readonly narrowing: Readonly<Record<string, string>>;
  readonly counts: Readonly<Record<(typeof COUNTS)[number], number>>;
  readonly rate: number | null;
}

/** The same figures by source, flow or book; a name narrows the whole page to it. */
export function Breakdown({ overview }: { readonly overview: Schemas['Overview'] }) {
  const say = useSay(words);
  const reader = language.use();
  const [search] = useSearchParams();
  const [way, setWay] = useState<Way>('byConnection');
  const places = useChoices()[PLACES[way]];
  const nameOf = (code: string) => places.find(({ value }) => value === code)?.label ?? code;
  return (
    <Panel
      title={say('breakdown')}
      isFlush
      actions={
        <Segmented<Way>
          size="small"
          aria-label={say('breakdown')}
          value={way}
          onChange={setWay}
          options={WAYS.map((value) => ({ value, label: say(value) }))}
        />
      }
    >
      <Table<Row>
        className={cards.cards}
        size="small"
        rowKey="code"
        pagination={false}
        dataSource={rowsOf(overview, way)}
        columns={[
          {
            key: 'code',
            title: say(way),
            onCell: () => cardLabel(''),
            render: (_, { code, narrowing }) => (
              <Link to={`?${withChanges(search, narrowing)}`}>{nameOf(code)}</Link>
            ),
          },
          ...COUNTS.map((name) => ({
            key: name,
            title: say(name),
            className: 'tz-number tz-amount',
            onCell: () => cardLabel(say(name)),
            render: (_: unknown, { counts }: Row) => formatNumber(counts[name], reader),
          })),
          {
            key: 'rate',
            title: say('rate'),
            className: 'tz-number tz-amount',
            onCell: () => cardLabel(say('rate')),
            render: (_, { rate }) => (rate === null ? '—' : <Rate share={rate} />),
          },
        ]}
      />
    </Panel>
  );
}

function Rate({ share }: { readonly share: number }) {
  const reader = language.use();
  return (
    <span className={styles.rate}>
      <span className={styles.bar}>
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
      {formatShare(share, reader)}
    </span>
  );
}

function rowsOf({ byConnection, byFlow, byBook }: Schemas['Overview'], way: Way): Row[] {
  if (way === 'byBook') return byBook.map((row) => rowOf(row, 'book', row.book));
  if (way === 'byFlow') return byFlow.map((row) => rowOf(row, 'flow', row.flow));
  return byConnection.map((row) => rowOf(row, 'connection', row.connection));
}

function rowOf(counts: Row['counts'] & { successRate: number | null }, name: string, code: string): Row {
  return { code, narrowing: { [name]: code }, counts, rate: counts.successRate };
}

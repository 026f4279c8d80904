import { DashboardOutlined } from '@ant-design/icons';
import { Button, Flex, Segmented, Tag } from 'antd';
import { useSearchParams } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { withChanges } from '#console/parts/list-state.ts';
import { Page } from '#console/parts/page.tsx';
import { ToFlows } from '#console/parts/to-flows.tsx';
import { Told } from '#console/parts/told.tsx';
import { TourOffer } from '#console/parts/tour/tour-offer.tsx';
import { useSay } from '#console/words/use-say.ts';
import { Breakdown } from './breakdown.tsx';
import { FlowChart } from './flow-chart.tsx';
import { Headlines } from './headlines.tsx';
import styles from './overview.module.css';
import { placesOf, SPANS, type Span, spanOf } from './question.ts';
import { Standing } from './standing.tsx';
import { useOverview } from './use-overview.ts';
import { WhyHeld } from './why-held.tsx';
import { words } from './words.ts';

/** What came in, was posted, is held and was delivered. */
export function OverviewPage() {
  const say = useSay(words);
  const overview = useOverview();
  return (
    <Page title={say('title')} intro={say('intro')} actions={<Narrowing />}>
      <Told of={overview}>{(told) => (isBare(told) ? <Bare /> : <Figures overview={told} />)}</Told>
    </Page>
  );
}

function Figures({ overview }: { readonly overview: Schemas['Overview'] }) {
  return (
    <div className={styles.board}>
      <Headlines overview={overview} />
      <div className={styles.split}>
        <FlowChart overview={overview} />
        <Standing overview={overview} />
      </div>
      <div className={styles.split}>
        <Breakdown overview={overview} />
        <WhyHeld overview={overview} />
      </div>
    </div>
  );
}

/** The time, and what everything is narrowed to. */
function Narrowing() {
  const say = useSay(words);
  const [search, setSearch] = useSearchParams();
  const places = Object.entries(placesOf(search));
  return (
    <>
      {places.map(([name, code]) => (
        <Tag key={name} closable onClose={() => setSearch(withChanges(search, { [name]: null }))}>
          {code}
        </Tag>
      ))}
      {places.length > 1 ? (
        <Button type="link" size="small" onClick={() => setSearch({ span: spanOf(search) })}>
          {say('clear')}
        </Button>
      ) : null}
      <Segmented<Span>
        aria-label={say('span')}
        value={spanOf(search)}
        options={SPANS.map((span) => ({ value: span, label: say(span) }))}
        onChange={(span) => setSearch(withChanges(search, { span }))}
      />
    </>
  );
}

function Bare() {
  const say = useSay(words);
  return (
    <div className="tz-card">
      <EmptyState
        icon={<DashboardOutlined />}
        title={say('emptyTitle')}
        action={
          <Flex vertical gap={20} align="center">
            <ToFlows />
            <div>
              <TourOffer />
            </div>
          </Flex>
        }
      >
        {say('emptyText')}
      </EmptyState>
    </div>
  );
}

function isBare({ figures, now }: Schemas['Overview']): boolean {
  return (
    Object.values(figures).every(({ count }) => count === 0) && now.lane.count + now.exceptions.count === 0
  );
}

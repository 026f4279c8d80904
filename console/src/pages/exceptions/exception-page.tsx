import { Button, Flex } from 'antd';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { labelOf, useChoices } from '#console/api/use-choices.ts';
import { useTold } from '#console/api/use-told.ts';
import { useActorText } from '#console/parts/actors/use-actor-text.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { DateTime } from '#console/parts/date-time.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { Money } from '#console/parts/money.tsx';
import { Page } from '#console/parts/page.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { useSay } from '#console/words/use-say.ts';
import { CorrectionPanel } from './correction-panel.tsx';
import styles from './exceptions.module.css';
import { HeadActions } from './head-actions.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { TONES, titleOf } from './states.ts';
import { useFixing } from './use-fixing.ts';
import { useNeighbours, useWalk, useWalkKeys } from './use-neighbours.ts';
import { stateWords, words } from './words.ts';

type Exception = Schemas['Exception'];

/** One exception: what is wrong, the ways out, and what came of it. */
export function ExceptionPage() {
  const say = useSay(words);
  const { exception: id = '' } = useParams();
  const exception = useTold(['/api/v1/exceptions', id], () =>
    api.GET('/api/v1/exceptions/{exception}', { params: { path: { exception: id } } }),
  );
  return (
    <Page
      title={exception.data ? titleOf(exception.data) : say('one')}
      intro={<Back />}
      actions={<Walk id={id} />}
    >
      <Told of={exception}>{(told) => <Sheet key={told.id} exception={told} />}</Told>
    </Page>
  );
}

function Back() {
  const say = useSay(words);
  const walk = useWalk();
  return <BackLink to={walk('').replace('/exceptions/', '/exceptions')}>{say('back')}</BackLink>;
}

function Walk({ id }: { readonly id: string }) {
  const say = useSay(words);
  const navigate = useNavigate();
  const address = useWalk();
  const neighbours = useNeighbours(id);
  useWalkKeys(neighbours);
  const { previous, next } = neighbours;
  return (
    <Flex gap={8}>
      <Button disabled={previous === null} onClick={() => previous && navigate(address(previous))}>
        {say('previous')}
      </Button>
      <Button disabled={next === null} onClick={() => next && navigate(address(next))}>
        {say('next')}
      </Button>
    </Flex>
  );
}

function Sheet({ exception }: { readonly exception: Exception }) {
  const fixing = useFixing(exception.id);
  const may = useMay();
  const isOpen = exception.state === 'open';
  return (
    <div className={styles.sheet}>
      <div className={styles.main}>
        <OutcomePanel exception={exception} fixing={fixing} />
        <ProblemsPanel exception={exception} fixing={fixing} />
        {isOpen && may('exceptions:handle') ? (
          <CorrectionPanel exception={exception} fixing={fixing} />
        ) : null}
      </div>
      <aside className={styles.side}>
        <Summary exception={exception} />
        <HistoryPanel exception={exception} />
      </aside>
    </div>
  );
}

function Summary({ exception }: { readonly exception: Exception }) {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const actorText = useActorText();
  const { flows } = useChoices();
  const { state, impact, currency, partner, date, flow, openedAt, assignedTo, recordId } = exception;
  return (
    <Panel title={say('document')} actions={<HeadActions exception={exception} />}>
      <Facts
        of={[
          [
            say('state'),
            <StateTag key="state" tone={TONES[state]}>
              {sayState(state)}
            </StateTag>,
          ],
          [
            say('impact'),
            impact === null ? null : <Money key="impact" amount={impact} currency={currency} />,
          ],
          [say('partner'), partner],
          [say('date'), date],
          [say('flow'), labelOf(flows, flow)],
          [say('assignee'), assignedTo === null ? say('nobody') : actorText(`person:${assignedTo}`)],
          [say('opened'), <DateTime key="opened" at={openedAt} />],
        ]}
      />
      <Link to={`/records/${recordId}`}>{say('record')}</Link>
    </Panel>
  );
}

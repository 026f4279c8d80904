import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { labelOf, useChoices } from '#console/api/use-choices.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { JsonView } from '#console/parts/json-view.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './records.module.css';
import { DELIVERY_TONES, deliveryState } from './states.ts';
import { Step } from './step.tsx';
import { deliveryWords, words } from './words.ts';

type Delivery = Schemas['TracedDelivery'];

/** What went to the targets and back to the source, and what they answered. */
export function DeliveriesStep({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const say = useSay(words);
  if (deliveries.length === 0) return null;
  const done = deliveries.filter(({ state }) => state === 'done').length;
  const isStopped = deliveries.some(({ state }) => state === 'refused' || state === 'dead');
  return (
    <Step
      title={say('delivered')}
      isOpen
      tone={isStopped ? 'bad' : done === deliveries.length ? 'good' : 'warn'}
      sum={say('deliveredSum', { done, n: deliveries.length })}
    >
      <ul className={styles.deliveries}>
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <OneDelivery delivery={delivery} />
          </li>
        ))}
      </ul>
    </Step>
  );
}

function OneDelivery({ delivery }: { readonly delivery: Delivery }) {
  const say = useSay(words);
  const sayDelivery = useSay(deliveryWords);
  const state = deliveryState(delivery.state);
  const kind = delivery.kind === 'write-back' || delivery.kind === 'withdraw' ? delivery.kind : 'voucher';
  return (
    <>
      <div className={styles.delivery}>
        <strong>
          {sayDelivery(kind)} → {labelOf(useChoices().connections, delivery.connection)}
        </strong>
        <StateTag tone={DELIVERY_TONES[state]}>{sayDelivery(state)}</StateTag>
        {delivery.targetNumber === null ? null : <span className="tz-number">{delivery.targetNumber}</span>}
        <span className="tz-faint">{say('attempts', { n: delivery.attempts.length })}</span>
        <DateTime at={delivery.doneAt ?? delivery.createdAt} />
        <Link to={`/deliveries/${delivery.id}`}>{say('openDelivery')}</Link>
      </div>
      {delivery.text === null ? null : (
        <details>
          <summary>{say('said')}</summary>
          <JsonView value={delivery.text} />
        </details>
      )}
    </>
  );
}

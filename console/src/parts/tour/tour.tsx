import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { api, told } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import { useChange } from '#console/parts/use-change.ts';
import { useToast } from '#console/parts/use-toast.tsx';
import { useSay } from '#console/words/use-say.ts';
import { PRACTICE, PRACTICE_ORDERS } from './practice.ts';
import styles from './tour.module.css';
import { TourOffer } from './tour-offer.tsx';
import { useTour } from './tour-state.ts';
import { TOUR_STEPS } from './tour-steps.ts';
import { words } from './words.ts';

/** The tour as a card beside the work, never over it; before there is anything to practise on, the offer to make it. */
export function Tour() {
  const say = useSay(words);
  const { step } = useTour().place;
  const flows = useTold(['/api/v1/flows'], () => api.GET('/api/v1/flows'));
  if (!flows.data) return null;
  if (!flows.data.items.some(({ code }) => code === PRACTICE.flow)) {
    return (
      <Card head={<span>{say('title')}</span>}>
        <TourOffer />
      </Card>
    );
  }
  return (
    <Card head={<Progress step={step} />}>
      <Step step={step} />
    </Card>
  );
}

function Progress({ step }: { readonly step: number }) {
  const say = useSay(words);
  return (
    <>
      <span>
        {say('title')} · {say('progress', { n: step + 1, of: TOUR_STEPS.length })}
      </span>
      <ol className={styles.dots} aria-hidden>
        {TOUR_STEPS.map((one, i) => (
          <li key={one.title} data-done={i <= step || undefined} />
        ))}
      </ol>
    </>
  );
}

function Card({ head, children }: { readonly head: ReactNode; readonly children: ReactNode }) {
  const say = useSay(words);
  const toast = useToast();
  const { close } = useTour();
  const later = () => {
    close();
    toast.done(say('laterText'));
  };
  return (
    <aside
      className={styles.tour}
      aria-label={say('title')}
      onKeyDown={({ key }) => key === 'Escape' && later()}
    >
      <div className={styles.head}>
        {head}
        <Button size="small" type="text" icon={<CloseOutlined />} aria-label={say('later')} onClick={later} />
      </div>
      {children}
    </aside>
  );
}

/** What this step is about, and the way there. */
function Step({ step }: { readonly step: number }) {
  const say = useSay(words);
  const { open, finish } = useTour();
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is read from its heading
  useEffect(() => heading.current?.focus({ preventScroll: true }), [step]);
  const { title, text } = TOUR_STEPS[step] ?? TOUR_STEPS[0];
  const isLast = step === TOUR_STEPS.length - 1;
  return (
    <div className={styles.step}>
      <div>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {say(title)}
        </h2>
        <p className={styles.text}>{say(text)}</p>
      </div>
      <div className={styles.foot}>
        {step > 0 ? <Button onClick={() => open(step - 1)}>{say('previous')}</Button> : null}
        <Deed step={step} />
        <Button onClick={() => (isLast ? finish() : open(step + 1))}>
          {say(isLast ? 'finish' : 'next')}
        </Button>
      </div>
    </div>
  );
}

/** What the step asks for: going there, and letting orders arrive where they are looked at. */
function Deed({ step }: { readonly step: number }) {
  const say = useSay(words);
  const navigate = useNavigate();
  const { title, to } = TOUR_STEPS[step] ?? TOUR_STEPS[0];
  const arrive = useChange({
    change: letArrive,
    touches: [['/api/v1/runs'], ['/api/v1/records']],
    done: () => say('arrived'),
  });
  if (title !== 'records') {
    return (
      <Button type="primary" onClick={() => void navigate(to)}>
        {say('go')}
      </Button>
    );
  }
  const send = () => arrive.mutate(undefined, { onSuccess: () => void navigate(to) });
  return (
    <Button type="primary" loading={arrive.isPending} onClick={send}>
      {say('arrive')}
    </Button>
  );
}

async function letArrive() {
  await told(
    api.POST('/api/v1/connections/{connection}/rehearse', {
      params: { path: { connection: PRACTICE.shop } },
      body: { on: true, records: PRACTICE_ORDERS },
    }),
  );
  return told(api.POST('/api/v1/flows/{flow}/runs', { params: { path: { flow: PRACTICE.flow } } }));
}

import { Button, Steps } from 'antd';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { Page } from '#console/parts/page.tsx';
import { useSay } from '#console/words/use-say.ts';
import { BlankStep } from './blank-step.tsx';
import { FieldsStep } from './fields-step.tsx';
import { PlacesStep } from './places-step.tsx';
import { PublishStep } from './publish-step.tsx';
import { TemplateStep } from './template-step.tsx';
import styles from './wizard.module.css';
import { BEGINNING, canGoOn, type WizardState } from './wizard-state.ts';
import { words } from './words.ts';

/** What every step is given: what is known so far, and how to say more. */
export interface StepProps {
  readonly state: WizardState;
  readonly change: (known: Partial<WizardState>) => void;
}

/** A new flow in four steps. */
export function NewFlowPage() {
  const say = useSay(words);
  const [search] = useSearchParams();
  const [state, setState] = useState<WizardState>({ ...BEGINNING, connection: search.get('connection') });
  const change = (known: Partial<WizardState>) => setState((before) => ({ ...before, ...known }));
  const steps = (['step1', 'step2', 'step3', 'step4'] as const).map((step) => ({ title: say(step) }));
  return (
    <Page title={say('title')} intro={<BackLink to="/flows">{say('back')}</BackLink>}>
      <Steps size="small" current={state.step} items={steps} responsive />
      <div className={styles.stack}>
        <Step state={state} change={change} />
        <Footer state={state} change={change} />
      </div>
    </Page>
  );
}

function Step(props: StepProps): ReactNode {
  const { step, template } = props.state;
  if (step === 0) return <TemplateStep {...props} />;
  if (step === 1) return <PlacesStep {...props} />;
  if (step === 3) return <PublishStep {...props} />;
  return template ? <FieldsStep {...props} /> : <BlankStep {...props} />;
}

/** To and fro. */
function Footer({ state, change }: StepProps) {
  const say = useSay(words);
  const flows = useTold(['/api/v1/flows'], () => api.GET('/api/v1/flows'));
  const taken = flows.data?.items.map(({ code }) => code) ?? [];
  const { step, template } = state;
  const goTo = (to: number) => change({ step: Math.min(3, Math.max(0, to)) as WizardState['step'] });
  // The last step, and a blank flow's third, end otherwise.
  if (step === 3 || (step === 2 && !template)) return null;
  return (
    <div className={styles.footer}>
      {step > 0 ? <Button onClick={() => goTo(step - 1)}>{say('previous')}</Button> : null}
      <Button type="primary" disabled={!canGoOn(state, taken)} onClick={() => goTo(step + 1)}>
        {say('next')}
      </Button>
    </div>
  );
}

import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Alert } from 'antd';
import type { Schemas } from '#console/api/paths.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './connecting.module.css';
import { words } from './words.ts';

type Steps = readonly {
  readonly title: Schemas['Texts'];
  readonly ok: boolean;
  readonly detail: string;
  readonly advice: string | null;
  readonly code: string | null;
}[];

/** What a test found, step by step, up to where it stopped. */
export function FoundSteps({ ok, steps }: { readonly ok: boolean; readonly steps: Steps }) {
  const say = useSay(words);
  const reader = language.use();
  const title = ok ? say('works') : say('fails');
  return (
    <>
      <Alert
        style={{ marginBlockStart: 12 }}
        type={ok ? 'success' : 'error'}
        showIcon
        title={title}
        description={steps.length === 0 ? say('noSteps') : undefined}
      />
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step.title.en} className={styles.step}>
            {step.ok ? (
              <CheckCircleFilled className={styles.good} aria-label={say('stepGood')} />
            ) : (
              <CloseCircleFilled className={styles.bad} aria-label={say('stepBad')} />
            )}
            <span>{step.title[reader]}</span>
            {step.detail === '' ? null : (
              <span className={step.ok ? styles.detail : styles.trouble}>{step.detail}</span>
            )}
            {step.advice === null ? null : (
              <span className={styles.advice}>
                {step.advice} <span className="tz-code">{step.code}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

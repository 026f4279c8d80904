import type { ReactNode } from 'react';
import type { Schemas } from '#console/api/paths.ts';
import { StateTag, type Tone } from '#console/parts/state-tag.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { fieldName, withoutPlace } from './field-name.ts';
import styles from './tracing.module.css';
import { words } from './words.ts';

const EFFECTS = { block: ['bad', 'blocks'], hold: ['warn', 'holds'], flag: ['quiet', 'flags'] } as const;

/** One thing a check found: where, what is wrong, how much it weighs, and the way out. */
export function FindingItem({
  finding,
  children,
}: {
  readonly finding: Schemas['Finding'];
  readonly children?: ReactNode;
}) {
  const say = useSay(words);
  const reader = language.use();
  const { at, title, advice, effect = 'block', code } = finding;
  const [tone, word]: readonly [Tone, (typeof EFFECTS)[keyof typeof EFFECTS][1]] = EFFECTS[effect];
  return (
    <article className={styles.finding} data-effect={effect}>
      <h3 className={styles.findingTitle}>
        {at === '' ? null : <span className={styles.place}>{fieldName(at, reader)}</span>}
        <span>{withoutPlace(title, at)}</span>
        <StateTag tone={tone}>{say(word)}</StateTag>
      </h3>
      <p className={styles.advice}>
        {advice} <code className="tz-code tz-faint">{code}</code>
      </p>
      {children}
    </article>
  );
}

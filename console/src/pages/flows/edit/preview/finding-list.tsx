import { useSay } from '#console/words/use-say.ts';
import styles from './preview.module.css';
import { effectWords } from './words.ts';

interface ToldFinding {
  readonly code: string;
  readonly at: string;
  readonly effect?: 'block' | 'hold' | 'flag';
  readonly title: string;
  readonly advice: string;
}

export function FindingList(props: { readonly title: string; readonly findings: readonly ToldFinding[] }) {
  const say = useSay(effectWords);
  return (
    <section className={styles.block}>
      <h3>{props.title}</h3>
      <ul className="tz-list">
        {props.findings.map(({ code, at, effect, title, advice }) => (
          <li key={`${code} ${at}`}>
            {effect ? <span className={effect === 'flag' ? '' : styles.bad}>{say(effect)} </span> : null}
            {title} <span className={styles.small}>{advice}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

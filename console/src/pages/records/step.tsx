import type { ReactNode } from 'react';
import styles from './records.module.css';

/** One step of a record's way: what it came to in a line, and everything about it when opened. */
export function Step(props: {
  readonly title: string;
  readonly sum: ReactNode;
  readonly tone?: 'good' | 'warn' | 'bad' | 'quiet';
  readonly isOpen?: boolean;
  readonly children?: ReactNode;
}) {
  const head = (
    <>
      <span className={styles.stepTitle}>{props.title}</span>
      <span className={styles.stepSum}>{props.sum}</span>
    </>
  );
  return (
    <li className={styles.step} data-tone={props.tone ?? 'good'}>
      {props.children ? (
        <details open={props.isOpen}>
          <summary className={styles.stepHead}>{head}</summary>
          <div className={styles.stepBody}>{props.children}</div>
        </details>
      ) : (
        <div className={styles.stepHead}>{head}</div>
      )}
    </li>
  );
}

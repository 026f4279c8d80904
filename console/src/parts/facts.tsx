import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** What is known of one thing: a label and a value each. */
export function Facts({ of }: { readonly of: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {of.map(([label, value]) => (
        <div key={label} className={styles.fact}>
          <dt>{label}</dt>
          <dd>{value ?? <span className="tz-faint">—</span>}</dd>
        </div>
      ))}
    </dl>
  );
}

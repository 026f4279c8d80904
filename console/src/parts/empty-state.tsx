import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** A place where nothing is yet: says what will stand here and how it comes to be. */
export function EmptyState(props: {
  readonly icon?: ReactNode;
  /** Left out where the page's own title says it. */
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {props.icon ? (
        <div className={styles.icon} aria-hidden>
          {props.icon}
        </div>
      ) : null}
      {props.title ? <p className={styles.title}>{props.title}</p> : null}
      {props.children ? <div className={styles.text}>{props.children}</div> : null}
      {props.action ? <div className={styles.action}>{props.action}</div> : null}
    </div>
  );
}

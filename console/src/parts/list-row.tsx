import type { ReactNode } from 'react';
import styles from './list-row.module.css';

/** One of several things below each other in a panel: what it is, and at the end what can be done with it. */
export function ListRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}

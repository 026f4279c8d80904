import styles from './json-view.module.css';
import { Scrolls } from './scrolls.tsx';

/** What a program said, as it said it. */
export function JsonView({ value }: { readonly value: unknown }) {
  return (
    <Scrolls className={styles.json}>
      <pre>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
    </Scrolls>
  );
}

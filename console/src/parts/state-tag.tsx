import styles from './state-tag.module.css';

/** How a state feels: `good` is done, `busy` goes on, `warn` wants somebody, `bad` failed, `quiet` is over or off. */
export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'quiet';

/** A state as a dot and a word: colour never says it alone. */
export function StateTag({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}

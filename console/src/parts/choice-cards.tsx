import type { ReactNode } from 'react';
import styles from './choice-cards.module.css';

/** Cards of which one is chosen. */
export function ChoiceCards({ children }: { readonly children: ReactNode }) {
  return <ul className={styles.cards}>{children}</ul>;
}

/** One of them: its title, and what tells it from the others. */
export function ChoiceCard(props: {
  readonly title: ReactNode;
  readonly isChosen: boolean;
  readonly choose: () => void;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <button type="button" className={styles.card} aria-pressed={props.isChosen} onClick={props.choose}>
        <span className={styles.title}>{props.title}</span>
        {props.children}
      </button>
    </li>
  );
}

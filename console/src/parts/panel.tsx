import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

/** One matter of a page on a surface of its own: a title, perhaps actions, and the content. */
export function Panel(props: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  /** Tables and charts reach to the edge. */
  readonly isFlush?: boolean;
  readonly children?: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <div>
          <h2 id={id} className={styles.title}>
            {props.title}
          </h2>
          {props.intro ? <p className={styles.intro}>{props.intro}</p> : null}
        </div>
        {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
      </header>
      {props.children ? (
        // What reaches to the edge scrolls sideways on narrow screens, also by keyboard.
        <div
          className={props.isFlush ? styles.flush : styles.body}
          {...(props.isFlush ? { tabIndex: 0, role: 'group', 'aria-labelledby': id } : {})}
        >
          {props.children}
        </div>
      ) : null}
    </section>
  );
}

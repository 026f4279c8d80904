import { type ReactNode, useEffect } from 'react';
import { useSay } from '#console/words/use-say.ts';
import styles from './page.module.css';
import { words } from './words.ts';

/** The frame of every page: its title (also the browser's), one line that says what it is for, its actions, its content. */
export function Page(props: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const say = useSay(words);
  useEffect(() => {
    document.title = `${props.title} · ${say('product')}`;
  }, [props.title, say]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{props.title}</h1>
          {props.intro ? <p className={styles.intro}>{props.intro}</p> : null}
        </div>
        {props.actions ? <div className={styles.actions}>{props.actions}</div> : null}
      </header>
      {props.children}
    </div>
  );
}

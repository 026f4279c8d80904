import { type ReactNode, useEffect } from 'react';
import { AppearanceSwitch, LanguageSwitch } from '#console/shell/switches.tsx';
import mark from '#console/style/mark.svg';
import { useSay } from '#console/words/use-say.ts';
import styles from './door.module.css';
import { words } from './words.ts';

/** The frame of everything before the sign-in: who we are on one side, what to do on the other. */
export function Door({
  title,
  intro,
  children,
}: {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}) {
  const say = useSay(words);
  useEffect(() => {
    document.title = `${title} · ${say('product')}`;
  }, [title, say]);
  return (
    <div className={styles.door}>
      <aside className={styles.promise}>
        <div className={styles.brand}>
          <img src={mark} alt="" width={34} height={34} />
          {say('product')}
        </div>
        <div>
          <p className={styles.line}>{say('promise')}</p>
          <ul className={styles.points}>
            <li>{say('promiseTrace')}</li>
            <li>{say('promiseHeld')}</li>
            <li>{say('promiseAudit')}</li>
          </ul>
        </div>
      </aside>
      <main className={styles.room}>
        <div className={styles.tools}>
          <LanguageSwitch />
          <AppearanceSwitch />
        </div>
        <div className={styles.form}>
          <h1 className={styles.title}>{title}</h1>
          {intro ? <p className={styles.intro}>{intro}</p> : null}
          {children}
        </div>
      </main>
    </div>
  );
}

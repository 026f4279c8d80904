import { CheckCircleOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { formatNumber } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { pageOf } from './drill.ts';
import styles from './overview.module.css';
import { words } from './words.ts';

/** What records were held for, most frequent first. */
export function WhyHeld({ overview }: { readonly overview: Schemas['Overview'] }) {
  const say = useSay(words);
  const reader = language.use();
  const open = new Map(overview.now.exceptions.byCode.map(({ code, count }) => [code, count]));
  return (
    <Panel title={say('why')} intro={say('whyIntro')} isFlush>
      {overview.byCode.length === 0 ? (
        <EmptyState icon={<CheckCircleOutlined />} title={say('whyNone')} />
      ) : (
        <ul className={styles.waits}>
          {overview.byCode.map(({ code, title, count, list }) => (
            <li key={code}>
              <Link to={pageOf(list)} className={styles.wait}>
                <span>{title}</span>
                <span className={styles.number}>{formatNumber(count, reader)}</span>
                <small>
                  <code className="tz-code">{code}</code> · {say('stillOpen', { n: open.get(code) ?? 0 })}
                </small>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { Panel } from '#console/parts/panel.tsx';
import { formatAgo, formatLength, formatNumber } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { pageOf } from './drill.ts';
import styles from './overview.module.css';
import { words } from './words.ts';

const WAITS = ['lane', 'owed', 'sending', 'stopped'] as const;

/** What waits at this moment, and how long things take. */
export function Standing({ overview }: { readonly overview: Schemas['Overview'] }) {
  const say = useSay(words);
  const reader = language.use();
  return (
    <Panel title={say('now')} isFlush>
      <ul className={styles.waits}>
        {WAITS.map((name) => {
          const { count, oldestAt, list } = overview.now[name];
          return (
            <li key={name}>
              <Link to={pageOf(list)} className={styles.wait}>
                <span>{say(name)}</span>
                <span
                  className={styles.number}
                  data-tone={name === 'stopped' && count > 0 ? 'bad' : undefined}
                >
                  {formatNumber(count, reader)}
                </span>
                {oldestAt ? (
                  <small>{say('oldest', { ago: formatAgo(oldestAt, new Date(), reader) })}</small>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
      <Speeds latency={overview.latency} />
    </Panel>
  );
}

function Speeds({ latency }: Pick<Schemas['Overview'], 'latency'>) {
  const say = useSay(words);
  const reader = language.use();
  const length = (ms: number | null) => (ms === null ? '—' : formatLength(ms, reader));
  const rows = [
    [say('toPosted'), latency.posted],
    [say('toDelivered'), latency.delivered],
  ] as const;
  return (
    <table className={styles.speedTable}>
      <thead>
        <tr>
          <th scope="col">{say('speed')}</th>
          <th scope="col">{say('median')}</th>
          <th scope="col">{say('slowest')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, { p50Ms, p95Ms }]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{length(p50Ms)}</td>
            <td>{length(p95Ms)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import { Link, useSearchParams } from 'react-router';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useTold } from '#console/api/use-told.ts';
import { withChanges } from '#console/parts/list-state.ts';
import { formatNumber } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './exceptions.module.css';
import { words } from './words.ts';

export interface CodeCount {
  readonly code: string;
  readonly title: string;
  readonly count: number;
}

/** How many are open of each problem. */
export function useCounts(): readonly CodeCount[] {
  const [search] = useSearchParams();
  const reader = language.use();
  const book = search.get('book');
  const query = book === null ? {} : { book };
  const counts = useTold(['/api/v1/exceptions/counts', book, reader], () =>
    api.GET('/api/v1/exceptions/counts', { params: { query } }),
  );
  return counts.data?.items ?? [];
}

/** The problems, most frequent first; each narrows the list to it. */
export function CodeList({ counts }: { readonly counts: readonly CodeCount[] }) {
  const say = useSay(words);
  const reader = language.use();
  const [search] = useSearchParams();
  const chosen = search.get('code');
  const state: Schemas['Exception']['state'] = 'open';
  if (counts.length === 0) return null;
  return (
    <nav className={styles.codes} aria-label={say('kinds')}>
      <h2 className={styles.codesTitle}>{say('kinds')}</h2>
      <ul>
        <li>
          <Link
            to={`?${withChanges(search, { code: null, state })}`}
            aria-current={chosen === null || undefined}
          >
            <span>{say('all')}</span>
          </Link>
        </li>
        {counts.map(({ code, title, count }) => (
          <li key={code}>
            <Link to={`?${withChanges(search, { code, state })}`} aria-current={chosen === code || undefined}>
              <span title={code}>{title}</span>
              <span className="tz-number">{formatNumber(count, reader)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import { SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Page } from '#console/parts/page.tsx';
import { Told } from '#console/parts/told.tsx';
import { crosswalkAddress } from '#console/parts/tracing/origin-text.ts';
import { formatNumber } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './crosswalks.module.css';
import { NewCrosswalk } from './new-crosswalk.tsx';
import { PairsTable } from './pairs-table.tsx';
import { words } from './words.ts';

/** The crosswalks of a book, and the pairs of the one that is chosen. */
export function CrosswalksPage() {
  const say = useSay(words);
  const may = useMay();
  const navigate = useNavigate();
  const { book = '' } = useParams();
  const [search] = useSearchParams();
  const [isNaming, setNaming] = useState(false);
  const list = useTold(['/api/v1/books/{book}/crosswalks', book], () =>
    api.GET('/api/v1/books/{book}/crosswalks', { params: { path: { book } } }),
  );
  const named = (name: string) => {
    setNaming(false);
    void navigate(crosswalkAddress(book, name));
  };
  return (
    <Page
      title={say('title')}
      intro={say('intro')}
      actions={
        may('crosswalks:write') ? <Button onClick={() => setNaming(true)}>{say('make')}</Button> : null
      }
    >
      <Told of={list}>
        {({ items }) => {
          const chosen = search.get('crosswalk') ?? items[0]?.crosswalk;
          if (chosen === undefined) {
            return (
              <div className="tz-card">
                <EmptyState icon={<SwapOutlined />} title={say('noneTitle')}>
                  {say('noneText')}
                </EmptyState>
              </div>
            );
          }
          return (
            <div className={styles.board}>
              <Names book={book} items={items} chosen={chosen} />
              <PairsTable where={{ book, crosswalk: chosen }} />
            </div>
          );
        }}
      </Told>
      <NewCrosswalk isOpen={isNaming} close={() => setNaming(false)} named={named} />
    </Page>
  );
}

interface NamesProps {
  readonly book: string;
  readonly items: readonly Schemas['Crosswalk'][];
  readonly chosen: string;
}

function Names({ book, items, chosen }: NamesProps) {
  const say = useSay(words);
  const reader = language.use();
  return (
    <nav className={styles.names} aria-label={say('tables')}>
      <ul>
        {items.map(({ crosswalk, pairs, unconfirmed }) => (
          <li key={crosswalk}>
            <Link to={crosswalkAddress(book, crosswalk)} aria-current={crosswalk === chosen || undefined}>
              <span>{crosswalk}</span>
              <span className="tz-number">{formatNumber(pairs, reader)}</span>
              {unconfirmed > 0 ? <small>{say('unconfirmed', { n: unconfirmed })}</small> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

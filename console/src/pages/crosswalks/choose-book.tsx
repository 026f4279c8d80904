import { SwapOutlined } from '@ant-design/icons';
import { Link, Navigate } from 'react-router';
import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Page } from '#console/parts/page.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { Told } from '#console/parts/told.tsx';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

/** Crosswalks belong to a book: the only one at once, else one chooses. */
export function ChooseBook() {
  const say = useSay(words);
  const books = useTold(['/api/v1/books'], () => api.GET('/api/v1/books'));
  return (
    <Page title={say('title')} intro={say('intro')}>
      <Told of={books}>
        {({ items }) => {
          const [only] = items;
          if (!only) return <NoBook />;
          if (items.length === 1) return <Navigate to={addressOf(only.code)} replace />;
          return (
            <Panel title={say('chooseBook')}>
              <ul className="tz-list">
                {items.map(({ code, name }) => (
                  <li key={code}>
                    <Link to={addressOf(code)}>
                      {name} {code}
                    </Link>
                  </li>
                ))}
              </ul>
            </Panel>
          );
        }}
      </Told>
    </Page>
  );
}

function NoBook() {
  const say = useSay(words);
  return (
    <div className="tz-card">
      <EmptyState
        icon={<SwapOutlined />}
        title={say('noBook')}
        action={<LinkButton to="/books">{say('toBooks')}</LinkButton>}
      >
        {say('noBookText')}
      </EmptyState>
    </div>
  );
}

function addressOf(book: string): string {
  return `/books/${encodeURIComponent(book)}/crosswalks`;
}

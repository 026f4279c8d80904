import { BookOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Page } from '#console/parts/page.tsx';
import { Told } from '#console/parts/told.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './books-page.module.css';
import { NewBookForm } from './new-book-form.tsx';
import { standardWords, words } from './words.ts';

type Book = Schemas['Book'];

/** The books one may see, and where a new one is made. */
export function BooksPage() {
  const say = useSay(words);
  const mayWrite = useMay()('books:write');
  const [isOpen, setOpen] = useState(false);
  const books = useTold(['/api/v1/books'], () => api.GET('/api/v1/books'));
  const create = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
      {say('create')}
    </Button>
  );
  return (
    <Page
      title={say('title')}
      intro={say('intro')}
      actions={mayWrite && books.data?.items.length ? create : null}
    >
      <Told of={books}>
        {({ items }) =>
          items.length === 0 ? (
            <div className="tz-card">
              <EmptyState
                icon={<BookOutlined />}
                title={say('emptyTitle')}
                action={mayWrite ? create : undefined}
              >
                {say(mayWrite ? 'emptyText' : 'emptyOther')}
              </EmptyState>
            </div>
          ) : (
            <ul className={styles.books}>
              {items.map((book) => (
                <BookCard key={book.code} book={book} />
              ))}
            </ul>
          )
        }
      </Told>
      <NewBookForm isOpen={isOpen} close={() => setOpen(false)} />
    </Page>
  );
}

function BookCard({ book }: { readonly book: Book }) {
  const sayStandard = useSay(standardWords);
  const known = (['cas', 'cas-small', 'ifrs', 'us-gaap'] as const).find((one) => one === book.standard);
  return (
    <li>
      <Link to={`/books/${book.code}`} className={`tz-card ${styles.book}`}>
        <span className={styles.name}>{book.name}</span>
        <span className="tz-faint">
          <span className="tz-code">{book.code}</span> · {book.baseCurrency} ·{' '}
          {known === undefined ? book.standard : sayStandard(known)}
        </span>
      </Link>
    </li>
  );
}

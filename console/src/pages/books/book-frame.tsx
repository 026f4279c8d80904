import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useMay } from '#console/api/session.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { Page } from '#console/parts/page.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './book-frame.module.css';
import { sectionsFor } from './sections.ts';
import { useBook } from './use-book.ts';
import { words } from './words.ts';

/** The frame of every page of a book: its name, the parts one may go to, and the page itself. */
export function BookFrame(props: {
  readonly book: string;
  /** Of the page; the book's own name stands before it. */
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const say = useSay(words);
  const may = useMay();
  const book = useBook(props.book);
  const name = book.data?.name ?? props.book;
  return (
    <Page
      title={`${name} · ${props.title}`}
      intro={<BackLink to="/books">{say('allBooks')}</BackLink>}
      actions={props.actions}
    >
      <nav className={styles.sections} aria-label={say('sections')}>
        {sectionsFor(may).map(({ name: section }) => (
          <NavLink key={section} to={`/books/${props.book}/${section}`} className={styles.section}>
            {say(section)}
          </NavLink>
        ))}
      </nav>
      {props.children}
    </Page>
  );
}

import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Menu } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useSignedIn } from '#console/api/session.ts';
import { useNews } from '#console/api/use-news.ts';
import { useTour } from '#console/parts/tour/tour-state.ts';
import mark from '#console/style/mark.svg';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { CommandSearch } from './command-search.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { HeaderTools } from './header-tools.tsx';
import styles from './layout.module.css';
import { mayOpen } from './may-open.ts';
import { menuItems } from './menu-items.tsx';
import { menuKeysOf } from './menu-keys.ts';
import { PAGES } from './pages.ts';
import { Waiting } from './waiting.tsx';
import { words } from './words.ts';

/** Few walk it, and once: it loads for those who do. */
const Tour = lazy(async () => ({ default: (await import('#console/parts/tour/tour.tsx')).Tour }));

/** The frame of everything behind the sign-in: menu, header, and the page. */
export function ShellLayout() {
  const say = useSay(words);
  const reader = language.use();
  const { pathname } = useLocation();
  const { permissions } = useSignedIn();
  const [isOpen, setOpen] = useState(false);
  const tour = useTour();
  useNews();
  const visible = PAGES.filter((page) => mayOpen(page, permissions));
  const items = menuItems(visible, { say, language: reader });
  const menu = (
    <Menu
      mode="inline"
      className={styles.menu}
      items={items}
      selectedKeys={menuKeysOf(pathname, visible)}
      onClick={() => setOpen(false)}
    />
  );
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        {say('skip')}
      </a>
      <nav className={styles.side} aria-label={say('menu')}>
        <Brand />
        {menu}
      </nav>
      <Drawer
        placement="left"
        size={264}
        open={isOpen}
        onClose={() => setOpen(false)}
        title={<Brand />}
        styles={{ body: { padding: 8 } }}
      >
        <nav aria-label={say('menu')}>{menu}</nav>
      </Drawer>
      <header className={styles.header}>
        <Button
          type="text"
          className={styles.opener}
          icon={<MenuOutlined />}
          aria-label={say('openMenu')}
          onClick={() => setOpen(true)}
        />
        <CommandSearch pages={visible} />
        <HeaderTools />
      </header>
      <main id="content" className={styles.main} tabIndex={-1}>
        <ErrorBoundary resetBy={pathname}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
      {tour.place.isOpen ? (
        <Suspense>
          <Tour />
        </Suspense>
      ) : null}
    </div>
  );
}

function Brand() {
  const say = useSay(words);
  return (
    <Link to="/" className={styles.brand}>
      <img src={mark} alt="" width={26} height={26} />
      {say('product')}
    </Link>
  );
}

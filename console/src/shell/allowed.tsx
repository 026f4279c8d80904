import { FileUnknownOutlined, LockOutlined } from '@ant-design/icons';
import { type ComponentType, lazy, type ReactNode } from 'react';
import { Link, Navigate } from 'react-router';
import { useSignedIn } from '#console/api/session.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Page } from '#console/parts/page.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { mayOpen } from './may-open.ts';
import type { PageFacts } from './page.ts';
import { PAGES } from './pages.ts';
import { words } from './words.ts';

/** A page's component behind its permission, loaded when somebody who has it goes there. */
export function guardPage(page: PageFacts): ComponentType {
  const Content = lazy(async () => ({ default: await page.load() }));
  return () => (
    <Allowed page={page}>
      <Content />
    </Allowed>
  );
}

function Allowed({ page, children }: { readonly page: PageFacts; readonly children: ReactNode }) {
  const say = useSay(words);
  const reader = language.use();
  const { permissions } = useSignedIn();
  if (mayOpen(page, permissions)) return children;
  return (
    <Page title={page.title[reader]}>
      <EmptyState
        icon={<LockOutlined />}
        title={say('forbiddenTitle')}
        action={<Link to="/">{say('home')}</Link>}
      >
        {say('forbiddenText', { permission: [page.permission].flat().join(' / ') })}
      </EmptyState>
    </Page>
  );
}

/** Where `/` leads: the first page of the menu the person may open. */
export function Home() {
  const { permissions } = useSignedIn();
  const first = PAGES.find((page) => page.menu && mayOpen(page, permissions));
  return <Navigate to={first?.path ?? '/me'} replace />;
}

export function NotFound() {
  const say = useSay(words);
  return (
    <Page title={say('notFoundTitle')}>
      <EmptyState icon={<FileUnknownOutlined />} action={<Link to="/">{say('home')}</Link>}>
        {say('notFoundText')}
      </EmptyState>
    </Page>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { sessionQuery } from '#console/api/session.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { Reauthenticate } from '#console/parts/reauthenticate.tsx';
import { language } from '#console/words/language.ts';
import { ShellLayout } from './layout.tsx';
import { Waiting } from './waiting.tsx';

/** The shell for those who are signed in with all their factors; the sign-in page for everybody else. */
export function Guarded() {
  const client = useQueryClient();
  const { pathname, search } = useLocation();
  const { data, isError, error, refetch } = useQuery(sessionQuery);
  const signedOut = useCallback(() => client.setQueryData(sessionQuery.queryKey, null), [client]);
  const personsOwn = data?.person.language;
  useEffect(() => {
    // A browser in which nobody chose yet follows whoever signs in.
    if (personsOwn !== undefined && !language.isChosen()) language.set(personsOwn);
  }, [personsOwn]);
  if (isError) return <ProblemView error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  if (data?.state !== 'complete') {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${next}`} replace />;
  }
  return (
    <App notification={{ placement: 'bottomRight', maxCount: 3 }}>
      <ShellLayout />
      <Reauthenticate signedOut={signedOut} />
    </App>
  );
}

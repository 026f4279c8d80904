import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { lazy, Suspense } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { api, told } from '#console/api/client.ts';
import { sessionQuery } from '#console/api/session.ts';
import { signOut } from '#console/api/sign-out.ts';
import { Door } from '#console/door/door.tsx';
import { SecondFactor } from '#console/door/second-factor.tsx';
import { words } from '#console/door/words.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useSay } from '#console/words/use-say.ts';
import { nextOf } from './next-address.ts';
import { PasswordForm } from './password-form.tsx';
import { SignOnProblem } from './sign-on-problem.tsx';

/** With the QR code, which few who sign in need. */
const TotpSetUp = lazy(async () => ({ default: (await import('#console/door/totp-set-up.tsx')).TotpSetUp }));

/** Signs somebody in, step by step, as far as the hub says they are; then goes where they were heading. */
export function SignInPage() {
  const say = useSay(words);
  const [search] = useSearchParams();
  const { data: session, isPending, error, refetch } = useQuery(sessionQuery);
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: () => told(api.GET('/api/v1/setup')),
    enabled: session === null,
  });
  const problem = search.get('problem');
  const isLeaving = (
    <Button type="link" size="small" onClick={signOut}>
      {say('otherAccount')}
    </Button>
  );
  if (isPending) return <Door title={say('signInTitle')}>{null}</Door>;
  if (error) {
    return (
      <Door title={say('signInTitle')}>
        <ProblemView error={error} retry={() => void refetch()} />
      </Door>
    );
  }
  if (session?.state === 'complete') return <Navigate to={nextOf(search.get('next'))} replace />;
  if (session?.state === 'second-factor') {
    return (
      <Door title={say('secondTitle')} intro={session.person.name}>
        <SecondFactor factors={session.factors} />
        {isLeaving}
      </Door>
    );
  }
  if (session?.state === 'set-up-second-factor') {
    return (
      <Door title={say('totpTitle')} intro={say('totpText')}>
        <Suspense>
          <TotpSetUp done={() => void refetch()} />
        </Suspense>
        {isLeaving}
      </Door>
    );
  }
  return (
    <Door title={say('signInTitle')}>
      {problem === null ? null : <SignOnProblem code={problem} />}
      {setup.data?.open ? <Alert type="info" showIcon title={say('notSetUp')} /> : <PasswordForm />}
    </Door>
  );
}

import { Alert } from 'antd';
import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import { words } from '#console/door/words.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';

/** Why a provider's sign-on led back here, in the hub's own words for that code. */
export function SignOnProblem({ code }: { readonly code: string }) {
  const say = useSay(words);
  const reader = language.use();
  const problem = useTold(['/api/v1/problems', code], () =>
    api.GET('/api/v1/problems/{code}', { params: { path: { code } } }),
  );
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem.data?.title[reader] ?? say('signOnFailed')}
      description={problem.data?.advice[reader] ?? code}
    />
  );
}

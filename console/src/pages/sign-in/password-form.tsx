import { KeyOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form, Input } from 'antd';
import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { api, told } from '#console/api/client.ts';
import { sessionQuery } from '#console/api/session.ts';
import { canUsePasskeys, signInByPasskey } from '#console/door/passkeys.ts';
import { useAttempt } from '#console/door/use-attempt.ts';
import { words } from '#console/door/words.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useSay } from '#console/words/use-say.ts';
import { nextOf } from './next-address.ts';
import styles from './sign-in.module.css';

interface Answers {
  readonly login: string;
  readonly password: string;
  /** Empty: an account of our own. */
  readonly provider?: string;
}

/** Few have a directory; the others do not wait for its list. */
const DirectoryChoice = lazy(async () => ({
  default: (await import('./directory-choice.tsx')).DirectoryChoice,
}));

/** Login and password, here or at a directory; below it the other ways in. */
export function PasswordForm() {
  const say = useSay(words);
  const client = useQueryClient();
  const { isTrying, trouble, attempt } = useAttempt();
  const ways = useQuery({ queryKey: ['sign-on'], queryFn: () => told(api.GET('/api/v1/sign-on')) });
  const directories = ways.data?.items.filter(({ kind }) => kind === 'ldap') ?? [];
  const refresh = () => client.invalidateQueries(sessionQuery);
  const signIn = ({ login, password, provider }: Answers) =>
    attempt(async () => {
      const body = { login: login.trim(), password, ...(provider ? { provider } : {}) };
      client.setQueryData(sessionQuery.queryKey, await told(api.POST('/api/v1/session', { body })));
    });
  const needed = (name: string) => [{ required: true, message: say('needed', { name }) }];
  return (
    <div>
      <Form layout="vertical" size="large" requiredMark={false} onFinish={signIn}>
        {directories.length > 0 ? (
          <Suspense>
            <DirectoryChoice directories={directories} />
          </Suspense>
        ) : null}
        <Form.Item name="login" label={say('login')} rules={needed(say('login'))}>
          <Input autoFocus autoComplete="username webauthn" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={say('password')}
          rules={needed(say('password'))}
          extra={say('forgotten')}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Flex vertical gap={16}>
          {trouble === null ? null : <ProblemView error={trouble} />}
          <Button block type="primary" htmlType="submit" loading={isTrying}>
            {say('signIn')}
          </Button>
        </Flex>
      </Form>
      <OtherWays
        providers={ways.data?.items.filter(({ kind }) => kind === 'oidc') ?? []}
        byPasskey={() => attempt(() => signInByPasskey().then(refresh))}
      />
    </div>
  );
}

function OtherWays(props: {
  readonly providers: readonly { readonly code: string; readonly title: string }[];
  readonly byPasskey: () => void;
}) {
  const say = useSay(words);
  const [search] = useSearchParams();
  const next = encodeURIComponent(nextOf(search.get('next')));
  if (props.providers.length === 0 && !canUsePasskeys()) return null;
  return (
    <>
      <p className={styles.or}>{say('or')}</p>
      <Flex vertical gap={8}>
        {props.providers.map(({ code, title }) => (
          <Button key={code} block size="large" href={`/api/v1/sign-on/${code}/start?next=${next}`}>
            {say('signInWith', { title })}
          </Button>
        ))}
        {canUsePasskeys() ? (
          <Button block size="large" icon={<KeyOutlined />} onClick={props.byPasskey}>
            {say('signInByPasskey')}
          </Button>
        ) : null}
      </Flex>
    </>
  );
}

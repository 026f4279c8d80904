import { Alert, Button, Flex, Form } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '#console/api/client.ts';
import { Door } from '#console/door/door.tsx';
import { forgetLinkToken, linkToken } from '#console/door/link-token.ts';
import { PasswordField } from '#console/door/password-field.tsx';
import { useAttempt } from '#console/door/use-attempt.ts';
import { words } from '#console/door/words.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useSay } from '#console/words/use-say.ts';

/** Sets a password by the link of an invitation or a reset. */
export function LinkPage() {
  const say = useSay(words);
  const [token] = useState(linkToken);
  const [isDone, setDone] = useState(false);
  const { isTrying, trouble, attempt } = useAttempt();
  const redeem = ({ password }: { password: string }) =>
    attempt(async () => {
      await api.POST('/api/v1/links/redeem', { body: { token, password } });
      forgetLinkToken();
      setDone(true);
    });
  if (isDone) {
    return (
      <Door title={say('linkDone')}>
        <div>
          <Link to="/sign-in">{say('signIn')}</Link>
        </div>
      </Door>
    );
  }
  return (
    <Door title={say('linkTitle')} intro={say('linkText')}>
      {token === '' ? (
        <Alert type="warning" showIcon title={say('linkIncomplete')} />
      ) : (
        <Form layout="vertical" size="large" requiredMark={false} onFinish={redeem}>
          <PasswordField label={say('newPassword')} />
          <Flex vertical gap={16}>
            {trouble === null ? null : <ProblemView error={trouble} />}
            <Button block type="primary" htmlType="submit" loading={isTrying}>
              {say('save')}
            </Button>
          </Flex>
        </Form>
      )}
    </Door>
  );
}

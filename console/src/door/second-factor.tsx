import { useQueryClient } from '@tanstack/react-query';
import { Button, Flex, Form } from 'antd';
import { useState } from 'react';
import { api } from '#console/api/client.ts';
import { type Session, sessionQuery } from '#console/api/session.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useSay } from '#console/words/use-say.ts';
import { CodeField } from './code-field.tsx';
import { canUsePasskeys, signInByPasskey } from './passkeys.ts';
import { useAttempt } from './use-attempt.ts';
import { words } from './words.ts';

type Way = 'code' | 'recovery';

/** The second step of signing in: a code of the authenticator, a recovery code, or a passkey. */
export function SecondFactor({ factors }: Pick<Session, 'factors'>) {
  const say = useSay(words);
  const client = useQueryClient();
  const [way, setWay] = useState<Way>('code');
  const { isTrying, trouble, attempt } = useAttempt();
  const refresh = () => client.invalidateQueries(sessionQuery);
  const show = ({ code }: { code: string }) =>
    attempt(async () => {
      const body = { code };
      if (way === 'code') await api.POST('/api/v1/session/totp', { body });
      else await api.POST('/api/v1/session/recovery-code', { body });
      await refresh();
    });
  const label = say(way === 'code' ? 'code' : 'recoveryCode');
  return (
    <Flex vertical gap={16}>
      <span className="tz-faint">{say(way === 'code' ? 'secondText' : 'recoveryText')}</span>
      <Form key={way} layout="vertical" size="large" requiredMark={false} onFinish={show}>
        <CodeField label={label} isRecovery={way === 'recovery'} />
        {trouble === null ? null : <ProblemView error={trouble} />}
        <Button block type="primary" htmlType="submit" loading={isTrying}>
          {say('goOn')}
        </Button>
      </Form>
      <Flex justify="space-between" wrap gap={8}>
        {factors.recoveryCodes > 0 ? (
          <Button type="link" size="small" onClick={() => setWay(way === 'code' ? 'recovery' : 'code')}>
            {say(way === 'code' ? 'useRecoveryCode' : 'useCode')}
          </Button>
        ) : null}
        {factors.passkeys > 0 && canUsePasskeys() ? (
          <Button
            type="link"
            size="small"
            onClick={() => attempt(async () => signInByPasskey().then(refresh))}
          >
            {say('usePasskey')}
          </Button>
        ) : null}
      </Flex>
    </Flex>
  );
}

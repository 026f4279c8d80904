import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Form, QRCode, Typography } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { Told } from '#console/parts/told.tsx';
import { useSay } from '#console/words/use-say.ts';
import { CodeField } from './code-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useAttempt } from './use-attempt.ts';
import { words } from './words.ts';

/** Binds an authenticator app: scan, confirm by a code, save the recovery codes. Then `done`. */
export function TotpSetUp({ done }: { readonly done: () => void }) {
  const say = useSay(words);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const { isTrying, trouble, attempt } = useAttempt();
  // Every asking makes another secret, so it is asked once per visit.
  const secret = useQuery({
    queryKey: ['totp'],
    queryFn: () => told(api.POST('/api/v1/me/totp')),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const confirm = ({ code }: { code: string }) =>
    attempt(async () => {
      const { recoveryCodes } = await told(api.POST('/api/v1/me/totp/confirm', { body: { code } }));
      setCodes(recoveryCodes);
    });
  if (codes !== null) return <RecoveryCodes codes={codes} done={done} />;
  return (
    <Told of={secret}>
      {({ uri, secret: key }) => (
        <Flex vertical gap={16}>
          <Flex gap={20} wrap align="center">
            <QRCode
              aria-label={say('qrCode')}
              value={uri}
              size={168}
              type="svg"
              color="#11242a"
              bgColor="#ffffff"
            />
            <Flex vertical gap={4} flex="1 1 150px">
              <span className="tz-faint">{say('totpByHand')}</span>
              <Typography.Text copyable code>
                {key}
              </Typography.Text>
            </Flex>
          </Flex>
          <Form layout="vertical" size="large" requiredMark={false} onFinish={confirm}>
            <CodeField label={say('totpConfirm')} />
            {trouble === null ? null : <ProblemView error={trouble} />}
            <Button block type="primary" htmlType="submit" loading={isTrying}>
              {say('goOn')}
            </Button>
          </Form>
        </Flex>
      )}
    </Told>
  );
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Flex, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, told } from '#console/api/client.ts';
import { sessionQuery } from '#console/api/session.ts';
import { Door } from '#console/door/door.tsx';
import { forgetLinkToken, linkToken } from '#console/door/link-token.ts';
import { PasswordField } from '#console/door/password-field.tsx';
import { useAttempt } from '#console/door/use-attempt.ts';
import { words } from '#console/door/words.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { LANGUAGE_NAMES } from '#console/shell/language-names.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { Language } from '#core/trouble/message.ts';

interface Answers {
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly language: Language;
  readonly alone?: boolean;
}

/** Makes the first person, by the link printed when the hub was first started. */
export function SetUpPage() {
  const say = useSay(words);
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => told(api.GET('/api/v1/setup')) });
  const [token] = useState(linkToken);
  if (setup.data?.open === false) {
    return (
      <Door title={say('setUpTitle')} intro={say('setUpOver')}>
        <Link to="/sign-in">{say('signIn')}</Link>
      </Door>
    );
  }
  return (
    <Door title={say('setUpTitle')} intro={say('setUpText')}>
      {token === '' ? (
        <Alert type="warning" showIcon title={say('linkIncomplete')} />
      ) : (
        <SetUpForm token={token} />
      )}
    </Door>
  );
}

function SetUpForm({ token }: { readonly token: string }) {
  const say = useSay(words);
  const client = useQueryClient();
  const navigate = useNavigate();
  const reader = language.use();
  const { isTrying, trouble, attempt } = useAttempt();
  const setUp = (answers: Answers) =>
    attempt(async () => {
      const session = await told(api.POST('/api/v1/setup', { body: { ...answers, token } }));
      forgetLinkToken();
      client.setQueryData(sessionQuery.queryKey, session);
      await navigate('/sign-in');
    });
  const needed = (name: string) => [{ required: true, whitespace: true, message: say('needed', { name }) }];
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      initialValues={{ language: reader, alone: false }}
      onFinish={setUp}
    >
      <Form.Item name="language" label={say('languages')}>
        <Select
          options={LANGUAGE_NAMES.map(([value, label]) => ({ value, label }))}
          onChange={(chosen: Language) => language.set(chosen)}
        />
      </Form.Item>
      <Form.Item name="name" label={say('name')} rules={needed(say('name'))}>
        <Input autoFocus autoComplete="name" maxLength={200} />
      </Form.Item>
      <Form.Item name="login" label={say('login')} rules={needed(say('login'))}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={200} />
      </Form.Item>
      <PasswordField label={say('newPassword')} />
      <Form.Item name="alone" valuePropName="checked" extra={say('aloneText')}>
        <Checkbox>{say('alone')}</Checkbox>
      </Form.Item>
      <Flex vertical gap={16}>
        {trouble === null ? null : <ProblemView error={trouble} />}
        <Button block size="large" type="primary" htmlType="submit" loading={isTrying}>
          {say('create')}
        </Button>
      </Flex>
    </Form>
  );
}

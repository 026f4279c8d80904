import { KeyOutlined } from '@ant-design/icons';
import { Button, Form, type FormInstance, Input, Modal, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '#console/api/client.ts';
import { standAtGate } from '#console/api/gate.ts';
import { useSignedIn } from '#console/api/session.ts';
import { CodeField } from '#console/door/code-field.tsx';
import { canUsePasskeys, proveByPasskey } from '#console/door/passkeys.ts';
import { useAttempt } from '#console/door/use-attempt.ts';
import { useSay } from '#console/words/use-say.ts';
import { ProblemView } from './problem-view.tsx';
import { words } from './words.ts';

type Way = 'password' | 'code';

interface Answers {
  readonly secret: string;
}

/** Stands at the client's gate: asks for a proof when the hub wants one, and lets the held-up call go on. */
export function Reauthenticate({ signedOut }: { readonly signedOut: () => void }) {
  const say = useSay(words);
  const { factors, person } = useSignedIn();
  const [form] = Form.useForm<Answers>();
  const { isAsking, ask, answer } = useQuestion();
  const hasPassword = person.source === 'local';

  useEffect(() => standAtGate({ signedOut, prove: ask }), [signedOut, ask]);

  return (
    <Modal
      open={isAsking}
      title={say('proveTitle')}
      okText={say('confirm')}
      okButtonProps={hasPassword || factors.totp ? {} : { style: { display: 'none' } }}
      cancelText={say('cancel')}
      onOk={form.submit}
      onCancel={() => answer(false)}
      destroyOnHidden
    >
      <Proof form={form} hasPassword={hasPassword} proved={() => answer(true)} />
    </Modal>
  );
}

/** What somebody may show: the password where it is ours, a code, a passkey. */
function Proof(props: {
  readonly form: FormInstance<Answers>;
  readonly hasPassword: boolean;
  readonly proved: () => void;
}) {
  const say = useSay(words);
  const { factors } = useSignedIn();
  const { hasPassword } = props;
  const [way, setWay] = useState<Way>(hasPassword ? 'password' : 'code');
  const { trouble, attempt } = useAttempt();
  const hasPasskey = factors.passkeys > 0 && canUsePasskeys();
  const proveBy = (prove: () => Promise<unknown>) => attempt(() => prove().then(props.proved));
  return (
    <>
      <p>{say(hasPassword || factors.totp || hasPasskey ? 'proveAdvice' : 'proveByComingIn')}</p>
      {hasPassword && factors.totp ? (
        <Segmented
          value={way}
          onChange={setWay}
          options={[
            { value: 'password', label: say('byPassword') },
            { value: 'code', label: say('byCode') },
          ]}
        />
      ) : null}
      {hasPassword || factors.totp ? (
        <Form
          key={way}
          form={props.form}
          layout="vertical"
          requiredMark={false}
          onFinish={({ secret }) => proveBy(() => proveBySecret(way, secret))}
          preserve={false}
        >
          {way === 'code' ? (
            <CodeField name="secret" label={say('oneTimeCode')} />
          ) : (
            <Form.Item
              name="secret"
              label={say('password')}
              rules={[{ required: true, message: say('required', { name: say('password') }) }]}
            >
              <Input.Password autoFocus autoComplete="current-password" />
            </Form.Item>
          )}
        </Form>
      ) : null}
      {hasPasskey ? (
        <Button type="link" icon={<KeyOutlined />} onClick={() => proveBy(proveByPasskey)}>
          {say('usePasskey')}
        </Button>
      ) : null}
      {trouble === null ? null : <ProblemView error={trouble} />}
    </>
  );
}

function proveBySecret(way: Way, secret: string): Promise<unknown> {
  const body = way === 'code' ? { code: secret } : { password: secret };
  return api.POST('/api/v1/session/prove', { body });
}

/** A question that stays open until it is answered. Several calls held up at once wait for the same answer. */
function useQuestion() {
  const [isAsking, setAsking] = useState(false);
  const waiting = useRef<((proved: boolean) => void)[]>([]);
  const [ask] = useState(() => () => {
    setAsking(true);
    return new Promise<boolean>((resolve) => waiting.current.push(resolve));
  });
  const answer = (proved: boolean) => {
    setAsking(false);
    for (const resolve of waiting.current.splice(0)) resolve(proved);
  };
  return { isAsking, ask, answer };
}

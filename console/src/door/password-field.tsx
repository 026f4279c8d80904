import { Form, Input } from 'antd';
import { useSay } from '#console/words/use-say.ts';
import { adviseOnPassword, PASSWORD_LENGTH_MIN } from './password-advice.ts';
import styles from './password-field.module.css';
import { words } from './words.ts';

/** A new password, with advice while it is typed. Stands in a form that may have a field `login`. */
export function PasswordField({
  name = 'password',
  label,
}: {
  readonly name?: string;
  readonly label: string;
}) {
  const say = useSay(words);
  const form = Form.useFormInstance();
  const password: string = Form.useWatch(name, form) ?? '';
  const login: string = Form.useWatch('login', form) ?? '';
  const advice = adviseOnPassword(password, login);
  const text = advice.kind === 'strengthShort' ? say(advice.kind, { n: advice.missing }) : say(advice.kind);
  return (
    <Form.Item
      name={name}
      label={label}
      extra={
        <span
          className={styles.advice}
          data-kind={password === '' ? undefined : advice.kind}
          aria-live="polite"
        >
          {text}
        </span>
      }
      rules={[{ required: true, min: PASSWORD_LENGTH_MIN, message: '' }]}
    >
      <Input.Password autoComplete="new-password" maxLength={256} />
    </Form.Item>
  );
}

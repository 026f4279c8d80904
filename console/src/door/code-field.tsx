import { Form, Input } from 'antd';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

const RECOVERY_CODE_MIN = 16;

/** A code of the authenticator app, or one kept for when there is none. Spaces fall out as they are typed. */
export function CodeField({
  name = 'code',
  label,
  isRecovery = false,
}: {
  readonly name?: string;
  readonly label: string;
  readonly isRecovery?: boolean;
}) {
  const say = useSay(words);
  const shape = isRecovery
    ? { min: RECOVERY_CODE_MIN, message: say('recoveryCodeWhole') }
    : { pattern: /^\d{6}$/, message: say('sixDigits') };
  return (
    <Form.Item
      name={name}
      label={label}
      normalize={(text: string) => text.replace(/\s/g, '')}
      validateTrigger="onSubmit"
      rules={[{ required: true, message: say('needed', { name: label }) }, shape]}
    >
      <Input
        autoFocus
        autoComplete="one-time-code"
        inputMode={isRecovery ? 'text' : 'numeric'}
        maxLength={40}
        className="tz-code"
      />
    </Form.Item>
  );
}

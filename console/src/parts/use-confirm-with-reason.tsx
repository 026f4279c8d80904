import { App, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

interface Question {
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly text?: ReactNode;
  /** The word on the button that does it. */
  readonly action: string;
  readonly isDangerous?: boolean;
}

/**
 * Asks before something weighty and wants the reason, which goes into the audit log; null when the person would rather not.
 *
 * @example const reason = await confirm({ title: say('reverse'), action: say('reverse') }); if (reason !== null) reverse.mutate(reason);
 */
export function useConfirmWithReason(): (question: Question) => Promise<string | null> {
  const { modal } = App.useApp();
  const say = useSay(words);
  const [form] = Form.useForm<{ reason: string }>();
  return ({ title, text, action, isDangerous = false }) =>
    new Promise((resolve) => {
      form.resetFields();
      modal.confirm({
        title,
        icon: null,
        okText: action,
        cancelText: say('cancel'),
        okButtonProps: { danger: isDangerous },
        content: (
          <Form form={form} layout="vertical" requiredMark={false}>
            {text ? <p>{text}</p> : null}
            <Form.Item
              name="reason"
              label={say('reason')}
              extra={say('reasonHint')}
              rules={[{ required: true, whitespace: true, message: say('reasonMissing') }]}
            >
              <Input.TextArea autoFocus rows={3} maxLength={1000} />
            </Form.Item>
          </Form>
        ),
        onOk: async () => resolve((await form.validateFields()).reason.trim()),
        onCancel: () => resolve(null),
      });
    });
}

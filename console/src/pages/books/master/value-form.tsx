import { Checkbox, Form, Input, Modal } from 'antd';
import { useEffect } from 'react';
import type { Schemas } from '#console/api/paths.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

type Value = Schemas['DimensionValue'];

/** Adds a value or changes one. A value is never deleted: what was posted with it stays. */
export function ValueForm(props: {
  /** Null: closed. */
  readonly value: Value | 'new' | null;
  readonly close: () => void;
  readonly save: (value: Value) => Promise<unknown>;
}) {
  const say = useSay(words);
  const [form] = Form.useForm<Value>();
  const { value, close } = props;
  const isNew = value === 'new';
  useEffect(() => {
    if (value === null) return;
    form.resetFields();
    if (value !== 'new') form.setFieldsValue(value);
  }, [value, form]);
  const needed = (name: string) => ({ required: true, whitespace: true, message: say('needed', { name }) });
  const finish = ({ creditLimit, ...rest }: Value) =>
    props.save({ ...rest, creditLimit: creditLimit || null }).then(close, () => undefined);
  return (
    <Modal
      open={value !== null}
      title={say(isNew ? 'add' : 'edit')}
      okText={say('save')}
      onOk={() => form.submit()}
      onCancel={close}
      forceRender
    >
      <Form form={form} layout="vertical" initialValues={{ enabled: true }} onFinish={finish}>
        <Form.Item name="code" label={say('code')} rules={[needed(say('code'))]}>
          <Input disabled={!isNew} maxLength={200} />
        </Form.Item>
        <Form.Item name="name" label={say('name')} rules={[needed(say('name'))]}>
          <Input maxLength={400} />
        </Form.Item>
        <Form.Item name="creditLimit" label={say('creditLimit')} extra={say('creditLimitHint')}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item name="enabled" valuePropName="checked" noStyle>
          <Checkbox>{say('enabled')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}

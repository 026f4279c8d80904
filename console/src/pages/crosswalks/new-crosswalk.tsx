import { Form, Input, Modal } from 'antd';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/;

/** Asks what a new crosswalk is called; it comes to be with its first pair. */
export function NewCrosswalk(props: {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly named: (name: string) => void;
}) {
  const say = useSay(words);
  const [form] = Form.useForm<{ name: string }>();
  return (
    <Modal
      open={props.isOpen}
      title={say('make')}
      okText={say('make')}
      cancelText={say('cancel')}
      onOk={form.submit}
      onCancel={props.close}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        onFinish={({ name }) => props.named(name)}
      >
        <Form.Item
          name="name"
          label={say('name')}
          extra={say('nameHint')}
          rules={[{ required: true, pattern: NAME, message: say('nameWrong') }]}
        >
          <Input autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}

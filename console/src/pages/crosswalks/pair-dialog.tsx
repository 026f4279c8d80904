import { Form, Input, Modal } from 'antd';
import { useSay } from '#console/words/use-say.ts';
import { useSavePair, type Where } from './use-pairs.ts';
import { words } from './words.ts';

/** A pair to add, or to change; null: the dialog is closed. */
export type Draft = { readonly from: string | null; readonly to: string } | null;

/** Asks for one pair. */
export function PairDialog(props: {
  readonly where: Where;
  readonly draft: Draft;
  readonly close: () => void;
}) {
  const say = useSay(words);
  const [form] = Form.useForm<{ from: string; to: string }>();
  const save = useSavePair(props.where);
  const { draft, close } = props;
  const isNew = draft?.from === null;
  const finish = (pair: { from: string; to: string }) => {
    const trimmed = { from: pair.from.trim(), to: pair.to.trim() };
    save.mutate(trimmed, { onSuccess: close });
  };
  return (
    <Modal
      open={draft !== null}
      title={say(isNew ? 'add' : 'edit')}
      okText={say('save')}
      cancelText={say('cancel')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={close}
      destroyOnHidden
    >
      <Form
        form={form}
        key={draft?.from ?? ''}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        initialValues={{ from: draft?.from ?? '', to: draft?.to ?? '' }}
        onFinish={finish}
      >
        <Form.Item name="from" label={say('from')} rules={needed(say('required'))}>
          <Input disabled={!isNew} maxLength={200} autoFocus={isNew} />
        </Form.Item>
        <Form.Item name="to" label={say('to')} rules={needed(say('required'))}>
          <Input maxLength={200} autoFocus={!isNew} />
        </Form.Item>
      </Form>
    </Modal>
  );
}

function needed(message: string) {
  return [{ required: true, whitespace: true, message }];
}

import { Checkbox, Form, Input, Modal, Segmented, Select } from 'antd';
import { useEffect } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Account } from '#console/pages/books/book-types.ts';
import { useDimensions } from '#console/pages/books/use-book.ts';
import { useDimensionName } from '#console/parts/tracing/use-dimension-name.ts';
import { useChange } from '#console/parts/use-change.ts';
import { choicesOf } from '#console/words/choices-of.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { type AccountDraft, changed, draftOf, inputOf } from './account-draft.ts';
import { cashWords, classWords, sideWords, words } from './words.ts';

interface AccountFormProps {
  readonly book: string;
  readonly accounts: readonly Account[];
  /** Null: closed. */
  readonly draft: AccountDraft | null;
  readonly close: () => void;
}

/** Adds an account or changes one. A change can be taken back; an addition only be disabled. */
export function AccountForm({ book, accounts, draft, close }: AccountFormProps) {
  const say = useSay(words);
  const [form] = Form.useForm<AccountDraft>();
  const save = useSave(book, accounts, close);
  useEffect(() => {
    if (draft === null) return;
    // What the account before had and this one has not must not stay.
    form.resetFields();
    form.setFieldsValue(draft);
  }, [draft, form]);
  return (
    <Modal
      open={draft !== null}
      title={draft?.isNew === false ? say('editOf', { code: draft.code }) : say('add')}
      okText={say('save')}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      forceRender
    >
      <Form form={form} layout="vertical" onFinish={(values) => draft && save.mutate(changed(draft, values))}>
        <Naming isNew={draft?.isNew ?? true} accounts={accounts} />
        <Nature />
        <DimensionUses book={book} />
        <Form.Item name="quantity" valuePropName="checked" noStyle>
          <Checkbox>{say('quantity')}</Checkbox>
        </Form.Item>
        <Form.Item name="enabled" valuePropName="checked" noStyle>
          <Checkbox>{say('enabled')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
}

function useSave(book: string, accounts: readonly Account[], close: () => void) {
  const say = useSay(words);
  const put = (draft: AccountDraft) =>
    told(
      api.PUT('/api/v1/books/{book}/accounts', {
        params: { path: { book } },
        body: { accounts: [inputOf(draft)] },
      }),
    );
  return useChange({
    change: put,
    touches: [['/api/v1/books/{book}/accounts', book]],
    done: (_, { code }) => {
      close();
      return say('saved', { code });
    },
    undo: (_, { code }) => {
      const before = accounts.find((one) => one.code === code);
      return before ? () => put(draftOf(before)) : null;
    },
  });
}

function Naming({ isNew, accounts }: { readonly isNew: boolean; readonly accounts: readonly Account[] }) {
  const say = useSay(words);
  const reader = language.use();
  const needed = (name: string) => ({ required: true, whitespace: true, message: say('needed', { name }) });
  const parents = accounts.map(({ code, name }) => ({ value: code, label: `${code} ${name[reader]}` }));
  return (
    <>
      <Form.Item name="parentCode" label={say('parent')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={say('none')}
          disabled={!isNew}
          options={parents}
        />
      </Form.Item>
      <Form.Item
        name="code"
        label={say('code')}
        extra={isNew ? say('codeHint') : undefined}
        rules={[needed(say('code')), { pattern: /^[A-Za-z0-9.]{1,60}$/, message: say('codeWrong') }]}
      >
        <Input disabled={!isNew} maxLength={60} />
      </Form.Item>
      <Form.Item name="zh" label={say('name')} rules={[needed(say('name'))]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="en" label={say('nameEn')} extra={say('nameHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="ja" label={say('nameJa')} extra={say('nameHint')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

function Nature() {
  const say = useSay(words);
  const classes = choicesOf(classWords, useSay(classWords));
  const sides = choicesOf(sideWords, useSay(sideWords));
  const cash = choicesOf(cashWords, useSay(cashWords));
  return (
    <>
      <Form.Item name="class" label={say('class')}>
        <Select options={[...classes]} />
      </Form.Item>
      <Form.Item name="side" label={say('side')}>
        <Segmented options={[...sides]} />
      </Form.Item>
      <Form.Item name="cash" label={say('cash')}>
        <Segmented options={[{ value: 'no', label: say('notCash') }, ...cash]} />
      </Form.Item>
    </>
  );
}

function DimensionUses({ book }: { readonly book: string }) {
  const say = useSay(words);
  const nameOf = useDimensionName();
  const dimensions = useDimensions(book);
  const uses = (['no', 'may', 'must'] as const).map((value) => ({
    value,
    label: say(value === 'no' ? 'unused' : value),
  }));
  return (dimensions.data?.items ?? []).map(({ dimension }) => (
    <Form.Item key={dimension} name={['dimensions', dimension]} label={nameOf(dimension)} initialValue="no">
      <Segmented options={uses} />
    </Form.Item>
  ));
}

import { Alert, Checkbox, Form, Input, Modal, Select } from 'antd';
import { useNavigate } from 'react-router';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useChange } from '#console/parts/use-change.ts';
import { choicesOf } from '#console/words/choices-of.ts';
import { useSay } from '#console/words/use-say.ts';
import { listCurrencies } from '#core/money/currency.ts';
import { schemeWords, standardWords, words } from './words.ts';

type NewBook = Schemas['NewBook'];

interface Values
  extends Pick<NewBook, 'code' | 'name' | 'standard' | 'baseCurrency' | 'years' | 'startMonth'> {
  readonly scheme: NonNullable<NonNullable<NewBook['chart']>['codeScheme']>;
  readonly hasVat: boolean;
}

const YEARS_BACK = 3;
const YEARS_AHEAD = 2;

/** Makes a book from a ready-made chart; only its code, name and years need thought. */
export function NewBookForm({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const say = useSay(words);
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const create = useChange({
    change: (values: Values) => told(api.POST('/api/v1/books', { body: bookOf(values) })),
    touches: [['/api/v1/books']],
    done: ({ code, name }) => {
      close();
      void navigate(`/books/${code}`);
      return say('created', { name });
    },
  });
  return (
    <Modal
      open={isOpen}
      title={say('create')}
      okText={say('create')}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={usual()}
        onFinish={(values) => create.mutate(values)}
      >
        <Naming />
        <Accounting />
        <Alert type="info" showIcon title={say('cannotUndo')} />
      </Form>
    </Modal>
  );
}

function Naming() {
  const say = useSay(words);
  const required = (name: string) => ({ required: true, whitespace: true, message: say('needed', { name }) });
  return (
    <>
      <Form.Item name="name" label={say('name')} extra={say('nameHint')} rules={[required(say('name'))]}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <Form.Item
        name="code"
        label={say('code')}
        extra={say('codeHint')}
        rules={[required(say('code')), { pattern: /^[A-Za-z0-9_-]{1,40}$/, message: say('codeWrong') }]}
      >
        <Input maxLength={40} />
      </Form.Item>
    </>
  );
}

function Accounting() {
  const say = useSay(words);
  const standards = choicesOf(standardWords, useSay(standardWords));
  const schemes = choicesOf(schemeWords, useSay(schemeWords));
  const now = new Date().getFullYear();
  const years = Array.from({ length: YEARS_BACK + YEARS_AHEAD + 1 }, (_, i) => now - YEARS_BACK + i);
  const months = Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: say('month', { n: i + 1 }) }));
  const needed = (name: string) => [{ required: true, message: say('needed', { name }) }];
  return (
    <>
      <Form.Item name="standard" label={say('standard')}>
        <Select options={standards.filter(({ value }) => value.startsWith('cas'))} />
      </Form.Item>
      <Form.Item name="baseCurrency" label={say('currency')}>
        <Select showSearch options={listCurrencies().map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="years" label={say('years')} extra={say('yearsHint')} rules={needed(say('years'))}>
        <Select mode="multiple" options={years.map((value) => ({ value, label: String(value) }))} />
      </Form.Item>
      <Form.Item name="startMonth" label={say('startMonth')}>
        <Select options={months} />
      </Form.Item>
      <Form.Item name="scheme" label={say('scheme')}>
        <Select options={[...schemes]} />
      </Form.Item>
      <Form.Item name="hasVat" valuePropName="checked">
        <Checkbox>{say('vat')}</Checkbox>
      </Form.Item>
    </>
  );
}

function usual(): Partial<Values> {
  return {
    standard: 'cas',
    baseCurrency: 'CNY',
    years: [new Date().getFullYear()],
    startMonth: 1,
    scheme: 'dotted',
    hasVat: true,
  };
}

function bookOf({ scheme, hasVat, years, ...book }: Values): NewBook {
  return {
    ...book,
    years: years.toSorted((a, b) => a - b),
    chart: { codeScheme: scheme, ...(hasVat ? { details: ['vat'] } : {}) },
  };
}

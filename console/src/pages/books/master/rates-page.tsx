import { SwapOutlined } from '@ant-design/icons';
import { Button, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { BookFrame } from '#console/pages/books/book-frame.tsx';
import { useBookCode } from '#console/pages/books/use-book.ts';
import { words as shared } from '#console/pages/books/words.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { listCurrencies } from '#core/money/currency.ts';
import { PasteRows } from './paste-rows.tsx';
import { readRate } from './pasted.ts';
import { rateTypeWords, words } from './words.ts';

type Rate = Schemas['Rate'];
type Open = 'one' | 'paste' | null;

const CURRENCIES = listCurrencies().map((value) => ({ value, label: value }));

/** The exchange rates of a book, the newest day first. */
export function RatesPage() {
  const book = useBookCode();
  const say = useSay(words);
  const sayShared = useSay(shared);
  const mayWrite = useMay()('books:write');
  const [open, setOpen] = useState<Open>(null);
  const save = useSaveRates(book);
  const typeName = useTypeName();
  const close = () => setOpen(null);
  const titles = (['currency', 'type', 'date', 'rate'] as const).map((key) => [key, say(key)] as const);
  const actions = mayWrite ? <AddButtons open={setOpen} /> : null;
  return (
    <BookFrame book={book} title={sayShared('rates')} actions={actions}>
      <ServerTable
        label={sayShared('rates')}
        path="/api/v1/books/{book}/rates"
        places={{ book }}
        rowKey={({ currency, type, date }) => `${currency} ${type} ${date}`}
        filters={[
          { kind: 'choice', name: 'currency', label: say('currency'), choices: CURRENCIES },
          { kind: 'days', from: 'dateFrom', until: 'dateTo', label: say('date') },
        ]}
        columns={[
          { key: 'date', title: say('date'), show: ({ date }) => <span className="tz-number">{date}</span> },
          { key: 'currency', title: say('currency'), show: ({ currency }) => currency },
          { key: 'type', title: say('type'), show: ({ type }) => typeName(type) },
          { key: 'rate', title: say('rate'), amount: true, show: ({ rate }) => <span>{rate}</span> },
        ]}
        empty={
          <EmptyState icon={<SwapOutlined />} title={say('ratesEmptyTitle')} action={actions}>
            {say('ratesEmptyText')}
          </EmptyState>
        }
      />
      <RateForm isOpen={open === 'one'} close={close} save={(rate) => save.mutateAsync([rate])} />
      <PasteRows
        isOpen={open === 'paste'}
        close={close}
        columns={titles}
        read={readRate}
        save={(rows) => save.mutateAsync(rows)}
      />
    </BookFrame>
  );
}

function AddButtons({ open }: { readonly open: (what: Open) => void }) {
  const say = useSay(words);
  return (
    <>
      <Button onClick={() => open('paste')}>{say('paste')}</Button>
      <Button type="primary" onClick={() => open('one')}>
        {say('add')}
      </Button>
    </>
  );
}

function useSaveRates(book: string) {
  const say = useSay(words);
  return useChange({
    change: (rates: readonly Rate[]) =>
      told(
        api.PUT('/api/v1/books/{book}/rates', { params: { path: { book } }, body: { rates: [...rates] } }),
      ),
    touches: [['/api/v1/books/{book}/rates']],
    done: ({ saved }) => say('saved', { n: saved }),
  });
}

function useTypeName(): (type: string) => string {
  const say = useSay(rateTypeWords);
  return (type) => {
    const known = (['spot', 'month'] as const).find((one) => one === type);
    return known === undefined ? type : `${say(known)} ${type}`;
  };
}

interface RateValues extends Pick<Rate, 'currency' | 'type' | 'rate'> {
  readonly day: Dayjs;
}

function RateForm(props: {
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly save: (rate: Rate) => Promise<unknown>;
}) {
  const say = useSay(words);
  const [form] = Form.useForm<RateValues>();
  const needed = (name: string) => ({ required: true, message: say('needed', { name }) });
  const finish = ({ day, ...rate }: RateValues) =>
    props.save({ ...rate, date: day.format('YYYY-MM-DD') }).then(props.close, () => undefined);
  return (
    <Modal
      open={props.isOpen}
      title={say('add')}
      okText={say('save')}
      onOk={() => form.submit()}
      onCancel={props.close}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" initialValues={{ type: 'spot' }} onFinish={finish}>
        <Form.Item name="currency" label={say('currency')} rules={[needed(say('currency'))]}>
          <Select showSearch options={CURRENCIES} />
        </Form.Item>
        <Form.Item name="type" label={say('type')} rules={[needed(say('type'))]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="day" label={say('date')} rules={[needed(say('date'))]}>
          <DatePicker />
        </Form.Item>
        <Form.Item
          name="rate"
          label={say('rate')}
          extra={say('rateHint')}
          rules={[
            needed(say('rate')),
            { pattern: /^(?=.*[1-9])\d{1,12}(\.\d{1,12})?$/, message: say('rateWrong') },
          ]}
        >
          <Input inputMode="decimal" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

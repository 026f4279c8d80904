import { Alert, Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useEffect, useState } from 'react';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { Panel } from '#console/parts/panel.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { type BookValues, bookToMake } from './book-to-make.ts';
import type { StepProps } from './new-flow-page.tsx';
import styles from './wizard.module.css';
import { theOnly } from './wizard-state.ts';
import { words } from './words.ts';

interface BookChoiceProps extends StepProps {
  /** Whether the source talks to a simulator. */
  readonly isRehearsing: boolean;
}

/** The book: one that is there, or a new one with what the template needs. */
export function BookChoice({ state, change, isRehearsing }: BookChoiceProps) {
  const say = useSay(words);
  const may = useMay();
  const [isMaking, setMaking] = useState(false);
  const books = useTold(['/api/v1/books'], () => api.GET('/api/v1/books'));
  // What a simulator made up goes into books that are there for it; what is real goes into the others.
  const fitting = books.data?.items.filter(({ rehearsal }) => rehearsal === isRehearsing);
  const only = theOnly(fitting?.map(({ code }) => code) ?? []);
  const fits = fitting?.some(({ code }) => code === state.book) ?? true;
  useEffect(() => {
    if ((state.book === null || !fits) && state.book !== only) change({ book: only, source: null });
  });
  const choose = (code: string) => {
    setMaking(false);
    change({ book: code, source: null });
  };
  return (
    <Panel title={say('bookTitle')}>
      <div className={styles.form}>
        {isRehearsing ? <Alert type="info" showIcon title={say('rehearsingNeeds')} /> : null}
        <div className={styles.choose}>
          <Select
            aria-label={say('book')}
            placeholder={say('book')}
            value={state.book}
            options={fitting?.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })) ?? []}
            onChange={choose}
          />
          {may('books:write') && !isMaking ? (
            <Button onClick={() => setMaking(true)}>{say('newBook')}</Button>
          ) : null}
        </div>
        {isMaking ? (
          <NewBook needs={state.template?.needs} made={choose} isRehearsing={isRehearsing} />
        ) : null}
      </div>
    </Panel>
  );
}

function NewBook(props: {
  readonly needs: Schemas['FlowTemplate']['needs'] | undefined;
  readonly made: (code: string) => void;
  readonly isRehearsing: boolean;
}) {
  const say = useSay(words);
  const make = useChange({
    change: (values: BookValues) =>
      told(api.POST('/api/v1/books', { body: bookToMake(values, props.needs) })),
    touches: [['/api/v1/books']],
    done: ({ name }) => say('bookMade', { name }),
  });
  const start: Partial<BookValues> = {
    currency: 'CNY',
    standard: 'cas',
    year: new Date().getFullYear(),
    rehearsal: props.isRehearsing,
  };
  const rule = (name: string) => [{ required: true, message: say('filled', { name }) }];
  return (
    <Form<BookValues>
      layout="vertical"
      requiredMark={false}
      initialValues={start}
      onFinish={(values) => make.mutate(values, { onSuccess: ({ code }) => props.made(code) })}
    >
      <p className={styles.hint}>{say('bookText')}</p>
      <div className={styles.row}>
        <Form.Item name="name" label={say('bookName')} rules={rule(say('bookName'))}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="code" label={say('bookCode')} rules={rule(say('bookCode'))}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="currency" label={say('bookCurrency')} rules={rule(say('bookCurrency'))}>
          <Input maxLength={3} />
        </Form.Item>
        <Form.Item name="standard" label={say('bookStandard')}>
          <Select
            options={[
              { value: 'cas', label: say('cas') },
              { value: 'cas-small', label: say('casSmall') },
            ]}
          />
        </Form.Item>
        <Form.Item name="year" label={say('bookYear')} rules={rule(say('bookYear'))}>
          <InputNumber min={1990} max={2100} precision={0} className={styles.wide} />
        </Form.Item>
      </div>
      <Form.Item name="rehearsal" valuePropName="checked">
        <Checkbox>{say('bookRehearsal')}</Checkbox>
      </Form.Item>
      <Button htmlType="submit" loading={make.isPending}>
        {say('makeBook')}
      </Button>
    </Form>
  );
}

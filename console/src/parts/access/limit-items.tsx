import { Form, Select } from 'antd';
import { useChoices } from '#console/api/use-choices.ts';
import { useSay } from '#console/words/use-say.ts';
import { FieldRules } from './field-rules.tsx';
import { useKinds } from './use-kinds.ts';
import { words } from './words.ts';

/** Where something holds, as items of a form: `books`, perhaps `departments`, `kinds` and `fields`. Empty: everywhere. */
export function LimitItems({ hasDepartments = true }: { readonly hasDepartments?: boolean }) {
  const say = useSay(words);
  const { books } = useChoices();
  const kinds = useKinds();
  const tags = { mode: 'tags' as const, tokenSeparators: [',', '，', '、', ' '] };
  return (
    <>
      <Form.Item name="books" label={say('books')} extra={say('booksHint')}>
        <Select mode="multiple" options={[...books]} placeholder={say('allBooks')} allowClear />
      </Form.Item>
      {hasDepartments ? (
        <Form.Item name="departments" label={say('departments')} extra={say('departmentsHint')}>
          <Select {...tags} open={false} suffix={null} placeholder={say('allDepartments')} />
        </Form.Item>
      ) : null}
      <Form.Item name="kinds" label={say('kinds')}>
        <Select
          {...tags}
          options={kinds.map((value) => ({ value, label: value }))}
          placeholder={say('allKinds')}
          allowClear
        />
      </Form.Item>
      <Form.Item name="fields" label={say('fields')} extra={say('fieldsHint')}>
        <FieldRules kinds={kinds} />
      </Form.Item>
    </>
  );
}

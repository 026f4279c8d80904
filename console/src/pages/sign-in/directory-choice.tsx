import { Form, Select } from 'antd';
import { words } from '#console/door/words.ts';
import { useSay } from '#console/words/use-say.ts';

/** Whose password it is: one kept here, or one of a company's directories. */
export function DirectoryChoice(props: {
  readonly directories: readonly { readonly code: string; readonly title: string }[];
}) {
  const say = useSay(words);
  return (
    <Form.Item name="provider" label={say('account')} initialValue="">
      <Select
        options={[
          { value: '', label: say('ownAccount') },
          ...props.directories.map(({ code, title }) => ({ value: code, label: title })),
        ]}
      />
    </Form.Item>
  );
}

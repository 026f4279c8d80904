import { PlusOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { useSay } from '#console/words/use-say.ts';
import { setTable } from './edit-table.ts';
import { TableEditor } from './table-editor.tsx';
import { words } from './words.ts';

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** Every decision table of the flow. */
export function DecisionTables() {
  const say = useSay(words);
  const { draft } = useEditor();
  const tables = Object.entries(draft.flow?.tables ?? {});
  return (
    <Flex vertical gap={14}>
      <p className="tz-faint" style={{ margin: 0 }}>
        {say('intro')}
      </p>
      {tables.length === 0 ? (
        <EmptyState icon={<TableOutlined />} title={say('none')}>
          {say('noneText')}
        </EmptyState>
      ) : null}
      {tables.map(([name, table]) => (
        <TableEditor key={name} name={name} table={table} />
      ))}
      <AddTable taken={tables.map(([name]) => name)} />
    </Flex>
  );
}

function AddTable({ taken }: { readonly taken: readonly string[] }) {
  const say = useSay(words);
  const { apply } = useEditor();
  const [name, setName] = useState('');
  const isRight = NAME.test(name) && !taken.includes(name);
  const add = () => {
    apply((text) => setTable(text, name, { inputs: ['store'], outputs: ['dept'], rules: [['-', '-']] }));
    setName('');
  };
  return (
    <Flex gap={8} align="center" wrap>
      <Input
        style={{ inlineSize: 220 }}
        aria-label={say('name')}
        placeholder={say('nameHelp')}
        value={name}
        status={name === '' || isRight ? '' : 'error'}
        onChange={({ target }) => setName(target.value)}
        onPressEnter={() => isRight && add()}
      />
      <Button icon={<PlusOutlined />} disabled={!isRight} onClick={add}>
        {say('addTable')}
      </Button>
    </Flex>
  );
}

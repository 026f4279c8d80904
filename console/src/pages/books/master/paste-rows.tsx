import { Alert, Flex, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { useSay } from '#console/words/use-say.ts';
import { readPasted } from './pasted.ts';
import { words } from './words.ts';

const SHOWN_MAX = 100;
const WRONG_MAX = 5;

interface PasteRowsProps<Row extends object> {
  readonly isOpen: boolean;
  readonly close: () => void;
  /** What the columns are, in their order: the key under which a row has it, and its title. */
  readonly columns: readonly (readonly [key: string, title: string])[];
  readonly read: (cells: readonly string[]) => Row | null;
  readonly save: (rows: readonly Row[]) => Promise<unknown>;
}

/** Takes rows copied out of a spreadsheet, shows what they are understood as, and saves them at once or not at all. */
export function PasteRows<Row extends object>(props: PasteRowsProps<Row>) {
  const say = useSay(words);
  const [text, setText] = useState('');
  const [isSaving, setSaving] = useState(false);
  const { rows, wrong } = readPasted(text, props.read);
  const titles = props.columns.map(([, title]) => title).join(' · ');
  const save = async () => {
    setSaving(true);
    const isSaved = await props.save(rows).then(
      () => true,
      () => false,
    );
    setSaving(false);
    if (isSaved) setText('');
    if (isSaved) props.close();
  };
  return (
    <Modal
      open={props.isOpen}
      title={say('paste')}
      width={720}
      okText={say('saveRows', { n: rows.length })}
      okButtonProps={{ disabled: rows.length === 0 || wrong.length > 0 }}
      confirmLoading={isSaving}
      onOk={() => void save()}
      onCancel={props.close}
    >
      <Flex vertical gap={12}>
        <span>{say('pasteHint', { columns: titles })}</span>
        <Input.TextArea
          aria-label={say('pasted')}
          rows={6}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {wrong.length > 0 ? <WrongRows wrong={wrong} /> : null}
        {rows.length > 0 ? (
          <>
            <span role="status">
              {say('found', { n: rows.length })} <span className="tz-faint">{say('noUndo')}</span>
            </span>
            <Preview rows={rows} columns={props.columns} />
          </>
        ) : null}
      </Flex>
    </Modal>
  );
}

function WrongRows({ wrong }: Pick<ReturnType<typeof readPasted>, 'wrong'>) {
  const say = useSay(words);
  return (
    <Alert
      type="error"
      showIcon
      title={say('wrongRows', { n: wrong.length })}
      description={
        <ul className="tz-list">
          {wrong.slice(0, WRONG_MAX).map(({ no, text }) => (
            <li key={no}>{say('row', { n: no, text })}</li>
          ))}
        </ul>
      }
    />
  );
}

function Preview<Row extends object>({
  rows,
  columns,
}: Pick<PasteRowsProps<Row>, 'columns'> & { rows: readonly Row[] }) {
  const shown = rows
    .slice(0, SHOWN_MAX)
    .map((row, i) => ({ key: String(i), cells: new Map(Object.entries(row)) }));
  return (
    <Table
      size="small"
      pagination={false}
      scroll={{ y: 220 }}
      dataSource={shown}
      columns={columns.map(([key, title]) => ({
        key,
        title,
        render: (_: unknown, { cells }: (typeof shown)[number]) => String(cells.get(key) ?? ''),
      }))}
    />
  );
}

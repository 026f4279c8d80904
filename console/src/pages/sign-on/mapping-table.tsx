import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useChoices } from '#console/api/use-choices.ts';
import { useRoleChoices } from '#console/parts/access/use-roles.ts';
import { useSay } from '#console/words/use-say.ts';
import type { TypedMapping } from './mappings.ts';
import styles from './sign-on.module.css';
import { words } from './words.ts';

const EMPTY: TypedMapping = { group: '', role: '', books: [] };

/** Which group becomes which role, row by row. */
export function MappingTable({
  value: rows,
  onChange,
}: {
  readonly value: readonly TypedMapping[];
  readonly onChange: (rows: readonly TypedMapping[]) => void;
}) {
  const say = useSay(words);
  const put = (at: number, row: TypedMapping | null) =>
    onChange(rows.flatMap((old, i) => (i === at ? (row ?? []) : old)));
  return (
    <div className={styles.mappings}>
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place while it is being typed
        <Row key={i} row={row} change={(next) => put(i, next)} />
      ))}
      <div>
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...rows, EMPTY])}>
          {say('addMapping')}
        </Button>
      </div>
    </div>
  );
}

function Row({
  row,
  change,
}: {
  readonly row: TypedMapping;
  readonly change: (row: TypedMapping | null) => void;
}) {
  const say = useSay(words);
  const roles = useRoleChoices();
  const { books } = useChoices();
  return (
    <div className={styles.mapping}>
      <Input
        aria-label={say('group')}
        placeholder={say('group')}
        value={row.group}
        onChange={(event) => change({ ...row, group: event.target.value })}
      />
      <Select
        aria-label={say('role')}
        placeholder={say('role')}
        value={row.role || null}
        options={[...roles]}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(role: string | null) => change({ ...row, role: role ?? '' })}
      />
      <Select
        mode="multiple"
        aria-label={say('books')}
        placeholder={say('allBooks')}
        value={[...row.books]}
        options={[...books]}
        onChange={(chosen: string[]) => change({ ...row, books: chosen })}
      />
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={say('removeMapping')}
        onClick={() => change(null)}
      />
    </div>
  );
}

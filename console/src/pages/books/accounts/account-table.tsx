import { Button, Flex, Table, type TableColumnType } from 'antd';
import styles from '#console/pages/books/book-table.module.css';
import type { Account } from '#console/pages/books/book-types.ts';
import { words as shared } from '#console/pages/books/words.ts';
import { cardLabel } from '#console/parts/card-label.ts';
import cards from '#console/parts/cards.module.css';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { useDimensionName } from '#console/parts/tracing/use-dimension-name.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { type AccountNode, accountTree } from './account-tree.ts';
import { classWords, sideWords, words } from './words.ts';

interface AccountTableProps {
  readonly accounts: readonly Account[];
  readonly wanted: Parameters<typeof accountTree>[1];
  /** Null for those who may only look. */
  readonly edit: ((account: Account) => void) | null;
  readonly addBelow: ((account: Account) => void) | null;
}

/** The chart; while something is searched, every branch that has it is open. */
export function AccountTable(props: AccountTableProps) {
  const say = useSay(words);
  const sayShared = useSay(shared);
  const { accounts, wanted } = props;
  const tree = accountTree(accounts, wanted);
  const isSearch = wanted.text.trim() !== '';
  return (
    <Scrolls className={`${styles.table} ${cards.cards}`} label={sayShared('accounts')}>
      <Table<AccountNode>
        size="small"
        rowKey="code"
        pagination={false}
        dataSource={tree}
        key={isSearch ? wanted.text : 'all'}
        expandable={{ defaultExpandAllRows: isSearch, indentSize: 20 }}
        locale={{ emptyText: <span className="tz-faint">{say('noMatch')}</span> }}
        columns={useColumns(props)}
      />
    </Scrolls>
  );
}

function useColumns({ edit, addBelow }: AccountTableProps): TableColumnType<AccountNode>[] {
  const say = useSay(words);
  const sayClass = useSay(classWords);
  const saySide = useSay(sideWords);
  const reader = language.use();
  return [
    {
      key: 'account',
      title: say('account'),
      className: styles.first ?? '',
      onCell: () => cardLabel(''),
      render: (_, { code, name, enabled }) => (
        <span className={enabled === false ? 'tz-faint' : undefined}>
          <span className="tz-number">{code}</span> {name[reader]}
        </span>
      ),
    },
    {
      key: 'class',
      title: say('class'),
      onCell: () => cardLabel(say('class')),
      render: (_, row) => sayClass(row.class),
    },
    {
      key: 'side',
      title: say('side'),
      onCell: () => cardLabel(say('side')),
      render: (_, row) => saySide(row.side),
    },
    {
      key: 'dimensions',
      title: say('dimensions'),
      onCell: () => cardLabel(say('dimensions')),
      render: (_, row) => <Dimensions of={row} />,
    },
    {
      key: 'state',
      title: say('state'),
      onCell: () => cardLabel(say('state')),
      render: (_, { enabled = true }) => <EnabledTag isEnabled={enabled} />,
    },
    ...(edit && addBelow ? [actionColumn(say, { edit, addBelow })] : []),
  ];
}

function actionColumn(
  say: ReturnType<typeof useSay<typeof words>>,
  { edit, addBelow }: Readonly<Record<'edit' | 'addBelow', (account: Account) => void>>,
): TableColumnType<AccountNode> {
  return {
    key: 'actions',
    title: say('actions'),
    render: (_, row) => (
      <Flex gap={4}>
        <Button type="link" size="small" onClick={() => edit(row)}>
          {say('edit')}
        </Button>
        <Button type="link" size="small" onClick={() => addBelow(row)}>
          {say('addBelow')}
        </Button>
      </Flex>
    ),
  };
}

function EnabledTag({ isEnabled }: { readonly isEnabled: boolean }) {
  const say = useSay(words);
  return <StateTag tone={isEnabled ? 'good' : 'quiet'}>{say(isEnabled ? 'enabled' : 'disabled')}</StateTag>;
}

/** The dimensions its lines carry, those they must carry first; and whether they carry quantities. */
function Dimensions({ of: { dimensions = {}, quantity } }: { readonly of: Account }) {
  const say = useSay(words);
  const nameOf = useDimensionName();
  const uses = Object.entries(dimensions).toSorted(
    ([, a], [, b]) => Number(a === 'may') - Number(b === 'may'),
  );
  const texts = [
    ...uses.map(([name, use]) => `${nameOf(name)}（${say(use)}）`),
    ...(quantity ? [say('quantity')] : []),
  ];
  return texts.length === 0 ? null : texts.join(' ');
}

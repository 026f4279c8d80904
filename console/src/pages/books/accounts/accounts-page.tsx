import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Input, Segmented } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useMay } from '#console/api/session.ts';
import { BookFrame } from '#console/pages/books/book-frame.tsx';
import type { Account } from '#console/pages/books/book-types.ts';
import { useAccounts, useBookCode } from '#console/pages/books/use-book.ts';
import { words as shared } from '#console/pages/books/words.ts';
import { Told } from '#console/parts/told.tsx';
import { choicesOf } from '#console/words/choices-of.ts';
import { useSay } from '#console/words/use-say.ts';
import { type AccountDraft, draftBelow, draftOf } from './account-draft.ts';
import { AccountForm } from './account-form.tsx';
import { AccountTable } from './account-table.tsx';
import { classWords, words } from './words.ts';

const CLASSES = ['asset', 'liability', 'common', 'equity', 'cost', 'pnl'] as const;

/** The chart of accounts as a tree, found by code, name or pinyin initials. */
export function AccountsPage() {
  const book = useBookCode();
  const say = useSay(words);
  const sayShared = useSay(shared);
  const mayWrite = useMay()('books:write');
  const accounts = useAccounts(book);
  const [draft, setDraft] = useState<AccountDraft | null>(null);
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<Account['class'] | null>(null);
  const text = useDeferredValue(typed);
  return (
    <BookFrame
      book={book}
      title={sayShared('accounts')}
      actions={
        mayWrite ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setDraft(draftBelow(null))}>
            {say('add')}
          </Button>
        ) : null
      }
    >
      <Told of={accounts}>
        {({ items }) => (
          <>
            <Flex component="search" gap={8} wrap align="center">
              <Input.Search
                style={{ inlineSize: 280, maxInlineSize: '100%' }}
                aria-label={say('search')}
                placeholder={say('search')}
                allowClear
                onChange={({ target }) => setTyped(target.value)}
              />
              <ClassChoice value={kind} change={setKind} />
              <span className="tz-faint">{say('count', { n: items.length })}</span>
            </Flex>
            <AccountTable
              accounts={items}
              wanted={{ text, class: kind }}
              edit={mayWrite ? (account) => setDraft(draftOf(account)) : null}
              addBelow={mayWrite ? (account) => setDraft(draftBelow(account)) : null}
            />
            <AccountForm book={book} accounts={items} draft={draft} close={() => setDraft(null)} />
          </>
        )}
      </Told>
    </BookFrame>
  );
}

function ClassChoice(props: {
  readonly value: Account['class'] | null;
  readonly change: (kind: Account['class'] | null) => void;
}) {
  const say = useSay(words);
  const classes = choicesOf(classWords, useSay(classWords));
  return (
    <div style={{ maxInlineSize: '100%', overflowX: 'auto' }}>
      <Segmented
        aria-label={say('class')}
        value={props.value ?? ''}
        options={[{ value: '', label: say('all') }, ...classes]}
        onChange={(value) => props.change(CLASSES.find((one) => one === value) ?? null)}
      />
    </div>
  );
}

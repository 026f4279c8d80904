import { Select } from 'antd';
import { isMeant } from '#console/pages/books/accounts/account-tree.ts';
import { useAccounts } from '#console/pages/books/use-book.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

/** Chooses an account by code, name or pinyin initials. */
export function AccountField(props: {
  readonly book: string;
  readonly account: string | null;
  readonly change: (account: string) => void;
}) {
  const say = useSay(words);
  const reader = language.use();
  const accounts = useAccounts(props.book);
  const options = (accounts.data?.items ?? [])
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((account) => ({ value: account.code, label: `${account.code} ${account.name[reader]}`, account }));
  return (
    <Select
      aria-label={say('account')}
      placeholder={say('accountHint')}
      value={props.account}
      loading={accounts.isPending}
      options={options}
      style={{ minInlineSize: 260 }}
      popupMatchSelectWidth={false}
      showSearch={{ filterOption: (typed, option) => option !== undefined && isMeant(option.account, typed) }}
      onChange={props.change}
    />
  );
}

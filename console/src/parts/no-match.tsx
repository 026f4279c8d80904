import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useSay } from '#console/words/use-say.ts';
import { EmptyState } from './empty-state.tsx';
import { words } from './words.ts';

/** Said by a list whose filters leave nothing. */
export function NoMatch({ clear }: { readonly clear: () => void }) {
  const say = useSay(words);
  return (
    <EmptyState
      icon={<SearchOutlined />}
      title={say('noMatch')}
      action={<Button onClick={clear}>{say('clearFilters')}</Button>}
    >
      {say('noMatchAdvice')}
    </EmptyState>
  );
}

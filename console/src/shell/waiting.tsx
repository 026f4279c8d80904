import { Skeleton } from 'antd';
import { useSay } from '#console/words/use-say.ts';
import { words } from './words.ts';

/** While the code of a page is on its way. */
export function Waiting() {
  const say = useSay(words);
  return (
    <div role="status" aria-label={say('loading')}>
      <Skeleton active title={{ width: 180 }} paragraph={{ rows: 6 }} />
    </div>
  );
}

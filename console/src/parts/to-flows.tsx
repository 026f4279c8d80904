import { useMay } from '#console/api/session.ts';
import { useSay } from '#console/words/use-say.ts';
import { LinkButton } from './link-button.tsx';
import { words } from './words.ts';

/** Under an empty list of what flows bring: the way to them, for those who may see them. */
export function ToFlows() {
  const say = useSay(words);
  return useMay()('flows:read') ? <LinkButton to="/flows">{say('toFlows')}</LinkButton> : null;
}

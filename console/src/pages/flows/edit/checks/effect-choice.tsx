import { Select } from 'antd';
import { effectWords } from '#console/pages/flows/edit/preview/words.ts';
import { useSay } from '#console/words/use-say.ts';
import type { Effect } from '#core/validation/finding.ts';
import { words } from './words.ts';

const EFFECTS = ['block', 'hold', 'flag'] as const;

/** What becomes of a record that does not pass; held unless it is said. */
export function EffectChoice(props: {
  readonly effect: Effect | undefined;
  readonly about: string;
  readonly choose: (effect: Effect) => void;
}) {
  const say = useSay(words);
  const sayEffect = useSay(effectWords);
  return (
    <Select<Effect>
      size="small"
      aria-label={`${props.about} ${say('effect')}`}
      value={props.effect ?? 'hold'}
      options={EFFECTS.map((value) => ({ value, label: sayEffect(value) }))}
      onChange={props.choose}
    />
  );
}

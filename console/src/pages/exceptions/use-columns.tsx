import type { Schemas } from '#console/api/paths.ts';
import { useActorText } from '#console/parts/actors/use-actor-text.ts';
import type { Column } from '#console/parts/column.tsx';
import { Money } from '#console/parts/money.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { fieldName, withoutPlace } from '#console/parts/tracing/field-name.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './exceptions.module.css';
import { EFFECT_TONES, TONES, titleOf } from './states.ts';
import { effectWords, stateWords, words } from './words.ts';

type Exception = Schemas['Exception'];

/** The columns of the work list. */
export function useColumns(): readonly Column<'/api/v1/exceptions'>[] {
  const say = useSay(words);
  const actorText = useActorText();
  return [
    { key: 'document', title: say('document'), show: titleOf },
    { key: 'problem', title: say('problem'), show: (row) => <Problem exception={row} /> },
    { key: 'partner', title: say('partner'), show: ({ partner }) => partner ?? '—' },
    {
      key: 'impact',
      title: say('impact'),
      sort: 'impact',
      amount: true,
      show: ({ impact }) => (impact === null ? '—' : <Money amount={impact} />),
    },
    {
      key: 'age',
      title: say('age'),
      sort: 'opened',
      amount: true,
      show: ({ ageDays }) => (ageDays < 1 ? say('today') : say('days', { n: Math.floor(ageDays) })),
    },
    {
      key: 'assignee',
      title: say('assignee'),
      show: ({ assignedTo }) => (assignedTo === null ? say('nobody') : actorText(`person:${assignedTo}`)),
    },
    { key: 'state', title: say('state'), show: (row) => <State exception={row} /> },
  ];
}

function Problem({ exception: { findings } }: { readonly exception: Exception }) {
  const say = useSay(words);
  const reader = language.use();
  const [first] = findings;
  if (!first) return '—';
  return (
    <span className={styles.problem}>
      {first.at === '' ? null : <span className="tz-faint">{fieldName(first.at, reader)}</span>}
      <span>{withoutPlace(first.title, first.at)}</span>
      {findings.length > 1 ? (
        <span className="tz-faint">{say('more', { n: findings.length - 1 })}</span>
      ) : null}
    </span>
  );
}

function State({ exception: { state, effect } }: { readonly exception: Exception }) {
  const sayState = useSay(stateWords);
  const sayEffect = useSay(effectWords);
  if (state === 'open') return <StateTag tone={EFFECT_TONES[effect]}>{sayEffect(effect)}</StateTag>;
  return <StateTag tone={TONES[state]}>{sayState(state)}</StateTag>;
}

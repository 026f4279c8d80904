import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { useActorText } from '#console/parts/actors/use-actor-text.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { fieldName } from '#console/parts/tracing/field-name.ts';
import { FindingItem } from '#console/parts/tracing/finding-item.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './records.module.css';
import { Step } from './step.tsx';
import { words } from './words.ts';

type Trace = Schemas['Trace'];

/** What checks found, whether somebody solved it, and what people corrected. */
export function ChecksStep({ trace }: { readonly trace: Trace }) {
  const say = useSay(words);
  const actorText = useActorText();
  const { exceptions, documents, corrections } = trace;
  const flags = documents.flatMap((document) => document.flags);
  const open = exceptions.filter(({ state }) => state === 'open');
  const n = exceptions.reduce((sum, { findings }) => sum + findings.length, 0) + flags.length;
  const sum = n === 0 ? say('findingsNone') : say('findingsSum', { n });
  if (n === 0 && corrections.length === 0) return <Step title={say('findings')} sum={sum} />;
  return (
    <Step title={say('findings')} sum={sum} tone={open.length > 0 ? 'warn' : 'good'} isOpen={open.length > 0}>
      {exceptions.map((exception) => (
        <section key={exception.id}>
          <p className={styles.note}>
            <Link to={`/exceptions/${exception.id}`}>{say('exceptionOf', { id: exception.id })}</Link>{' '}
            <DateTime at={exception.openedAt} />{' '}
            {exception.closedBy === null ? null : actorText(exception.closedBy)} {exception.note}
          </p>
          {exception.findings.map((finding) => (
            <FindingItem key={`${finding.code} ${finding.at}`} finding={finding} />
          ))}
        </section>
      ))}
      {flags.map((finding) => (
        <FindingItem key={`${finding.code} ${finding.at}`} finding={finding} />
      ))}
      <Corrections corrections={corrections} />
    </Step>
  );
}

function Corrections({ corrections }: Pick<Trace, 'corrections'>) {
  const say = useSay(words);
  const actorText = useActorText();
  const reader = language.use();
  if (corrections.length === 0) return null;
  return (
    <section>
      <h3 className={styles.subtitle}>{say('corrections')}</h3>
      <ul className="tz-list">
        {corrections.map((one) => (
          <li key={one.id}>
            {say('correction', {
              place: fieldName(one.place, reader),
              before: one.before ?? say('nothing'),
              value: one.value ?? say('nothing'),
            })}{' '}
            <span className="tz-faint">
              {actorText(one.madeBy)} · {one.reason}{' '}
              {one.revokedBy ? say('revokedBy', { name: actorText(one.revokedBy) }) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

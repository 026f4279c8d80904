import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { useActorText } from '#console/parts/actors/use-actor-text.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { FindingItem } from '#console/parts/tracing/finding-item.tsx';
import { useSay } from '#console/words/use-say.ts';
import { RawContent } from './raw-content.tsx';
import styles from './records.module.css';
import { TONES } from './states.ts';
import { Step } from './step.tsx';
import { stateWords, words } from './words.ts';

type Trace = Schemas['Trace'];

/** What came in, from where and when, byte for byte. */
export function ArrivedStep({ trace }: { readonly trace: Trace }) {
  const say = useSay(words);
  const actorText = useActorText();
  const { record, run } = trace;
  const source = record.connection.title || record.connection.code;
  return (
    <Step
      title={say('arrived')}
      tone={record.refusal ? 'bad' : 'good'}
      isOpen={trace.documents.length === 0}
      sum={
        <>
          <DateTime at={record.receivedAt} />{' '}
          {say('arrivedSum', { source, id: record.externalId, size: record.bytes })}{' '}
          <span className={styles.hint}>{say('rawContent')}</span>
        </>
      }
    >
      {record.refusal ? <FindingItem finding={record.refusal} /> : null}
      <Facts
        of={[
          [
            say('broughtBy'),
            run
              ? say('byRun', { id: run.id, by: actorText(run.startedBy) })
              : record.receivedBy === null
                ? null
                : actorText(record.receivedBy),
          ],
          [
            say('changedThere'),
            record.changedAt === null ? null : <DateTime key="at" at={record.changedAt} />,
          ],
          [say('mediaType'), record.mediaType],
          [
            say('fingerprint'),
            <code key="hash" className={styles.hash}>
              {record.sha256}
            </code>,
          ],
        ]}
      />
      {record.raw ? (
        <RawContent id={record.id} raw={record.raw} />
      ) : (
        <p className="tz-faint">{say('rawHidden')}</p>
      )}
    </Step>
  );
}

/** Every version of the same thing that the source sent. */
export function VersionsStep({ trace: { record, versions } }: { readonly trace: Trace }) {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const at = versions.findIndex(({ recordId }) => recordId === record.id) + 1;
  if (versions.length < 2) return <Step title={say('versions')} sum={say('onlyVersion')} />;
  return (
    <Step title={say('versions')} sum={say('versionsSum', { n: versions.length, at })}>
      <ol className={styles.versions}>
        {versions.map((version) => (
          <li key={version.recordId}>
            <DateTime at={version.receivedAt} />
            <StateTag tone={TONES[version.state]}>{sayState(version.state)}</StateTag>
            <span>
              {version.documents
                .map(({ number, voucher, reversal }) =>
                  [number, voucher, reversal].filter((one) => one !== null).join(' → '),
                )
                .join('，')}
            </span>
            {version.recordId === record.id ? (
              <span className="tz-faint">{say('thisOne')}</span>
            ) : (
              <Link to={`/records/${version.recordId}`}>{version.recordId}</Link>
            )}
          </li>
        ))}
      </ol>
    </Step>
  );
}

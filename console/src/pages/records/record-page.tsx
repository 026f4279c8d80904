import { ArrowRightOutlined } from '@ant-design/icons';
import { Fragment } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useTold } from '#console/api/use-told.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { Page } from '#console/parts/page.tsx';
import { Told } from '#console/parts/told.tsx';
import { useSay } from '#console/words/use-say.ts';
import { ArrivedStep, VersionsStep } from './arrival-steps.tsx';
import { ChecksStep } from './checks-step.tsx';
import { DeliveriesStep } from './deliveries-step.tsx';
import { MappingStep } from './mapping-step.tsx';
import { RecordActions } from './record-actions.tsx';
import styles from './records.module.css';
import { roadOf, type Stop } from './road.ts';
import { Step } from './step.tsx';
import { EntryStep, SealedStep } from './voucher-steps.tsx';
import { ignoredWords, words } from './words.ts';

type Trace = Schemas['Trace'];

/** The whole way of one record, from its bytes to the receipt. */
export function RecordPage() {
  const say = useSay(words);
  const { record: id = '' } = useParams();
  const trace = useTold(['/api/v1/records', id, 'trace'], () =>
    api.GET('/api/v1/records/{record}/trace', { params: { path: { record: id } } }),
  );
  return (
    <Page
      title={trace.data ? titleOf(trace.data) : say('one')}
      intro={<BackLink to="/records">{say('back')}</BackLink>}
      actions={trace.data ? <RecordActions trace={trace.data} /> : null}
    >
      <Told of={trace}>
        {(told) => (
          <div className={styles.trace}>
            <Roads trace={told} />
            <ol className={styles.road}>
              <ArrivedStep trace={told} />
              <VersionsStep trace={told} />
              <Unposted trace={told} />
              {told.documents.length === 0 ? <ChecksStep trace={told} /> : null}
              {told.documents.map((document, i) => (
                <Fragment key={document.id}>
                  <MappingStep document={document} />
                  {i === 0 ? <ChecksStep trace={told} /> : null}
                  <DocumentSteps document={document} />
                </Fragment>
              ))}
              <DeliveriesStep deliveries={told.heldNews} />
            </ol>
          </div>
        )}
      </Told>
    </Page>
  );
}

function titleOf({ record, documents }: Trace): string {
  return documents[0]?.number ?? record.externalId;
}

/** Each document's way in one line, and where a way ends early. */
function Roads({ trace }: { readonly trace: Trace }) {
  const say = useSay(words);
  const open = trace.exceptions.filter(({ state }) => state === 'open');
  return (
    <div className={styles.summary}>
      {trace.documents.map((document) => (
        <Road key={document.id} stops={roadOf(document)} />
      ))}
      {open.map(({ id }) => (
        <p key={id} className={styles.stops}>
          <span>{trace.record.externalId}</span>
          <ArrowRightOutlined className="tz-faint" aria-hidden />
          <Link to={`/exceptions/${id}`}>{say('openException')}</Link>
        </p>
      ))}
    </div>
  );
}

function Road({ stops }: { readonly stops: readonly Stop[] }) {
  return (
    <p className={styles.stops}>
      {stops.map(({ text, link }, i) => (
        <Fragment key={text}>
          {i === 0 ? null : <ArrowRightOutlined className="tz-faint" aria-hidden />}
          {link === null ? <span>{text}</span> : <Link to={link}>{text}</Link>}
        </Fragment>
      ))}
    </p>
  );
}

/** Why nothing was made of it, or not yet. */
function Unposted({ trace: { ignored, waiting } }: { readonly trace: Trace }) {
  const say = useSay(words);
  const sayReason = useSay(ignoredWords);
  return (
    <>
      {ignored.map(({ flow, reason }) => (
        <Step
          key={flow}
          title={say('ignored')}
          tone="quiet"
          sum={say('ignoredBy', { flow, reason: sayReason(reason) })}
        />
      ))}
      {waiting.map(({ flow, version }) => (
        <Step key={flow} title={say('waiting')} tone="warn" sum={say('waitingFor', { flow, version })} />
      ))}
    </>
  );
}

function DocumentSteps({
  document: { book, voucher, reversal },
}: {
  readonly document: Trace['documents'][number];
}) {
  return (
    <>
      {voucher ? (
        <>
          <EntryStep book={book} voucher={voucher} />
          <SealedStep voucher={voucher} />
          <DeliveriesStep deliveries={voucher.deliveries} />
        </>
      ) : null}
      {reversal ? (
        <>
          <EntryStep book={book} voucher={reversal} isReversal />
          <DeliveriesStep deliveries={reversal.deliveries} />
        </>
      ) : null}
    </>
  );
}

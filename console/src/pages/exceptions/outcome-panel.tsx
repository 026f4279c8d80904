import { Alert, Flex, Spin } from 'antd';
import { Link } from 'react-router';
import { api } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { useActorText } from '#console/parts/actors/use-actor-text.ts';
import { Panel } from '#console/parts/panel.tsx';
import { EntryLines } from '#console/parts/tracing/entry-lines.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './exceptions.module.css';
import { OthersToo } from './others-too.tsx';
import { Reopen } from './reopen.tsx';
import type { Fixing } from './use-fixing.ts';
import { useNeighbours, useWalk } from './use-neighbours.ts';
import { stateWords, words } from './words.ts';

interface Outcome {
  readonly exception: Schemas['Exception'];
  readonly fixing: Fixing;
}

/** What came of it: the voucher where it is solved, what goes on where somebody tries. */
export function OutcomePanel({ exception, fixing }: Outcome) {
  const say = useSay(words);
  if (fixing.isWorking) {
    return (
      <Alert
        type="info"
        role="status"
        title={
          <Flex gap={10} align="center">
            <Spin size="small" /> {say('working')}
          </Flex>
        }
      />
    );
  }
  if (exception.state === 'open') {
    return fixing.wasTried ? <Alert type="warning" showIcon role="status" title={say('notSolved')} /> : null;
  }
  return <Solved exception={exception} />;
}

function Solved({ exception }: Pick<Outcome, 'exception'>) {
  const say = useSay(words);
  const sayState = useSay(stateWords);
  const may = useMay();
  const actorText = useActorText();
  const { recordId, state, closedBy, note, id } = exception;
  const { next } = useNeighbours(id);
  const address = useWalk();
  const trace = useTold(
    ['/api/v1/records', recordId, 'trace'],
    () => api.GET('/api/v1/records/{record}/trace', { params: { path: { record: recordId } } }),
    { isWanted: may('records:read') },
  );
  const vouchers = (trace.data?.documents ?? []).flatMap(({ book, voucher }) =>
    voucher ? [{ book, voucher }] : [],
  );
  const openId = trace.data?.exceptions.find((one) => one.state === 'open')?.id;
  const title = state === 'dismissed' ? sayState(state) : say(vouchers.length > 0 ? 'solved' : 'solvedNone');
  return (
    <Panel
      title={title}
      intro={closedBy === null ? null : [actorText(closedBy), ...(note === null ? [] : [note])].join(' · ')}
      actions={next === null ? null : <Link to={address(next)}>{say('nextOne')}</Link>}
    >
      <div className={styles.main} role="status">
        {vouchers.map(({ book, voucher }) => (
          <ShownVoucher key={voucher.id} book={book} voucher={voucher} />
        ))}
        {state === 'dismissed' && vouchers.length === 0 ? (
          <Reopen exception={exception} openId={openId} />
        ) : null}
        {state === 'resolved' ? <OthersToo exception={exception} /> : null}
      </div>
    </Panel>
  );
}

function ShownVoucher({
  book,
  voucher,
}: {
  readonly book: string;
  readonly voucher: Schemas['TracedVoucher'];
}) {
  const say = useSay(words);
  const reader = language.use();
  const { id, label, lines } = voucher;
  return (
    <section className={styles.voucher}>
      <Link to={`/books/${book}/vouchers/${id}`}>{say('openVoucher', { label })}</Link>
      <EntryLines
        label={label}
        lines={lines.map((line) => ({
          key: String(line.no),
          summary: line.summary,
          account: line.account,
          accountName: line.accountName?.[reader] ?? null,
          more: line.dimensions.map(({ dimension, code, name }) => (
            <span key={dimension}>
              {code} {name}
            </span>
          )),
          debit: line.debit,
          credit: line.credit,
        }))}
      />
    </section>
  );
}

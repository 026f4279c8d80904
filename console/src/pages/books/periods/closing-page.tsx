import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { BookFrame } from '#console/pages/books/book-frame.tsx';
import { periodParts } from '#console/pages/books/periods.ts';
import { useBookCode } from '#console/pages/books/use-book.ts';
import { words as shared } from '#console/pages/books/words.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './closing-page.module.css';
import { fixAddress, isChecked } from './fix-address.ts';
import { passedWords, words } from './words.ts';

type Check = Schemas['ClosingCheck'];

/** The list one goes through before a period is closed, and the closing itself. */
export function ClosingPage() {
  const book = useBookCode();
  const period = Number(useParams().period);
  const say = useSay(words);
  const name = useSay(shared)('period', periodParts(period));
  const list = useTold(['/api/v1/books/{book}/periods', book, period, 'checklist'], () =>
    api.GET('/api/v1/books/{book}/periods/{period}/checklist', { params: { path: { book, period } } }),
  );
  const isOpen = list.data?.period.state === 'open';
  return (
    <BookFrame
      book={book}
      title={`${say('check')} ${name}`}
      actions={
        isOpen ? (
          <>
            <Button loading={list.isFetching} onClick={() => void list.refetch()}>
              {say('again')}
            </Button>
            <Close book={book} period={period} isReady={list.data?.ready ?? false} />
          </>
        ) : null
      }
    >
      <Told of={list}>
        {({ period: { state }, ready, checks }) => (
          <>
            <Verdict isClosed={state === 'closed'} isReady={ready} checks={checks} />
            <ul className={`tz-card ${styles.checks}`}>
              {checks.toSorted(byUrgency).map((check) => (
                <CheckRow key={check.code} check={check} book={book} period={period} />
              ))}
            </ul>
          </>
        )}
      </Told>
    </BookFrame>
  );
}

function byUrgency(a: Check, b: Check): number {
  const rank = ({ ok, effect }: Check) => (ok ? 2 : effect === 'block' ? 0 : 1);
  return rank(a) - rank(b);
}

function Verdict(props: {
  readonly isClosed: boolean;
  readonly isReady: boolean;
  readonly checks: readonly Check[];
}) {
  const say = useSay(words);
  const open = props.checks.filter(({ ok }) => !ok);
  const blocking = open.filter(({ effect }) => effect === 'block').length;
  const warnings = open.length - blocking;
  if (props.isClosed) return <Alert type="success" showIcon title={say('alreadyClosed')} />;
  if (!props.isReady) return <Alert type="error" showIcon title={say('notReady', { n: blocking })} />;
  if (warnings > 0) return <Alert type="warning" showIcon title={say('readyWarn', { n: warnings })} />;
  return <Alert type="success" showIcon title={say('ready')} />;
}

interface CheckProps {
  readonly check: Check;
  readonly book: string;
  readonly period: number;
}

function CheckRow({ check, book, period }: CheckProps) {
  const say = useSay(words);
  const { code, ok, effect, params, title, advice } = check;
  const passed = usePassed();
  const address = ok ? null : fixAddress(code, { book, period, params });
  const state = ok ? 'passed' : effect;
  return (
    <li className={styles.check} data-state={state}>
      <span className={styles.mark}>
        {ok ? (
          <CheckCircleFilled />
        ) : effect === 'block' ? (
          <CloseCircleFilled />
        ) : (
          <ExclamationCircleFilled />
        )}
        <span className={styles.word}>{say(state)}</span>
      </span>
      <div className={styles.text}>
        <p className={styles.title}>{ok ? passed(code, title) : title}</p>
        {ok ? null : <p className={styles.advice}>{advice}</p>}
      </div>
      {address === null ? null : <Link to={address}>{say(effect === 'block' ? 'fix' : 'look')}</Link>}
    </li>
  );
}

/** What holds where an item is in order; the hub's own words say what is wrong. */
function usePassed(): (code: string, otherwise: string) => string {
  const say = useSay(passedWords);
  return (code, otherwise) => (isChecked(code) ? say(code) : otherwise);
}

function Close({ book, period, isReady }: Omit<CheckProps, 'check'> & { readonly isReady: boolean }) {
  const say = useSay(words);
  const may = useMay();
  const { modal } = App.useApp();
  const name = useSay(shared)('period', periodParts(period));
  const close = useChange({
    change: () =>
      told(api.POST('/api/v1/books/{book}/periods/{period}/close', { params: { path: { book, period } } })),
    touches: [['/api/v1/books/{book}/periods', book]],
    done: () => say('closed', { period: name }),
  });
  if (!may('periods:close')) return null;
  const ask = () =>
    modal.confirm({
      title: say('closeTitle', { period: name }),
      content: close.isError ? <ProblemView error={close.error} /> : say('closeText'),
      okText: say('close', { period: name }),
      cancelText: say('cancel'),
      onOk: () => close.mutateAsync().catch(() => undefined),
    });
  return (
    <Button type="primary" disabled={!isReady} loading={close.isPending} onClick={ask}>
      {say('close', { period: name })}
    </Button>
  );
}

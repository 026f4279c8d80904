import { Button, Table } from 'antd';
import { Link } from 'react-router';
import { api, told } from '#console/api/client.ts';
import { useMay } from '#console/api/session.ts';
import { BookFrame } from '#console/pages/books/book-frame.tsx';
import type { Period } from '#console/pages/books/book-types.ts';
import { periodParts } from '#console/pages/books/periods.ts';
import { useBookCode, usePeriods } from '#console/pages/books/use-book.ts';
import { words as shared } from '#console/pages/books/words.ts';
import { LinkButton } from '#console/parts/link-button.tsx';
import { Panel } from '#console/parts/panel.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { useChange } from '#console/parts/use-change.ts';
import { useConfirmWithReason } from '#console/parts/use-confirm-with-reason.tsx';
import { formatNumber } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { AddYear } from './add-year.tsx';
import { stateWords, words } from './words.ts';

/** Every period of a book: which one is to be closed next, and what may be opened again. */
export function PeriodsPage() {
  const book = useBookCode();
  const say = useSay(shared);
  const periods = usePeriods(book);
  return (
    <BookFrame book={book} title={say('periods')}>
      <Told of={periods}>
        {({ items }) => (
          <>
            <Next book={book} periods={items} />
            <PeriodTable book={book} periods={items} />
          </>
        )}
      </Told>
    </BookFrame>
  );
}

interface OfBook {
  readonly book: string;
  readonly periods: readonly Period[];
}

function Next({ book, periods }: OfBook) {
  const say = useSay(words);
  const sayShared = useSay(shared);
  const mayCheck = useMay()('balances:read');
  const next = periods.find(({ state }) => state === 'open');
  if (next === undefined) return <Panel title={say('allClosed')} />;
  return (
    <Panel
      title={say('next', { period: sayShared('period', periodParts(next.id)) })}
      intro={say('nextText')}
      actions={
        mayCheck ? (
          <LinkButton to={`/books/${book}/periods/${next.id}`} type="primary">
            {say('check')}
          </LinkButton>
        ) : null
      }
    />
  );
}

function PeriodTable({ book, periods }: OfBook) {
  const say = useSay(words);
  const sayShared = useSay(shared);
  const sayState = useSay(stateWords);
  const reader = language.use();
  const mayCheck = useMay()('balances:read');
  const last = periods.findLast(({ state }) => state === 'closed');
  return (
    <Panel title={sayShared('periods')} isFlush actions={<AddYear book={book} periods={periods} />}>
      <Table<Period>
        size="small"
        rowKey="id"
        pagination={periods.length > 24 ? { size: 'small', pageSize: 24 } : false}
        dataSource={periods.toReversed()}
        columns={[
          {
            key: 'period',
            title: say('period'),
            render: (_, { id }) => {
              const label = sayShared('period', periodParts(id));
              return mayCheck ? <Link to={`/books/${book}/periods/${id}`}>{label}</Link> : label;
            },
          },
          {
            key: 'days',
            title: say('days'),
            responsive: ['md'],
            render: (_, { startsOn, endsOn }) => (
              <span className="tz-number">{`${startsOn} – ${endsOn}`}</span>
            ),
          },
          {
            key: 'state',
            title: say('state'),
            render: (_, { state }) => (
              <StateTag tone={state === 'closed' ? 'good' : 'quiet'}>{sayState(state)}</StateTag>
            ),
          },
          {
            key: 'vouchers',
            title: say('vouchers'),
            align: 'right',
            className: 'tz-number',
            render: (_, { id, vouchers }) =>
              vouchers === 0 ? null : (
                <Link to={`/books/${book}/vouchers?period=${id}`}>{formatNumber(vouchers, reader)}</Link>
              ),
          },
          {
            key: 'actions',
            title: say('actions'),
            render: (_, { id }) => (id === last?.id ? <Reopen book={book} period={id} /> : null),
          },
        ]}
      />
    </Panel>
  );
}

function Reopen({ book, period }: { readonly book: string; readonly period: number }) {
  const say = useSay(words);
  const may = useMay();
  const confirm = useConfirmWithReason();
  const name = useSay(shared)('period', periodParts(period));
  const reopen = useChange({
    change: (note: string) =>
      told(
        api.POST('/api/v1/books/{book}/periods/{period}/reopen', {
          params: { path: { book, period } },
          body: { note },
        }),
      ),
    touches: [['/api/v1/books/{book}/periods', book]],
    done: () => say('reopened', { period: name }),
  });
  if (!may('periods:reopen')) return null;
  const ask = async () => {
    const title = say('reopenTitle', { period: name });
    const note = await confirm({ title, text: say('reopenText'), action: say('reopen'), isDangerous: true });
    if (note !== null) reopen.mutate(note);
  };
  return (
    <Button type="link" size="small" loading={reopen.isPending} onClick={() => void ask()}>
      {say('reopen')}
    </Button>
  );
}

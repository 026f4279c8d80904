import { ReadOutlined } from '@ant-design/icons';
import { Flex } from 'antd';
import { useSearchParams } from 'react-router';
import { api } from '#console/api/client.ts';
import { cursorOf } from '#console/api/list-path.ts';
import { useTold } from '#console/api/use-told.ts';
import { BookFrame } from '#console/pages/books/book-frame.tsx';
import { PeriodRangeField } from '#console/pages/books/period-range.tsx';
import { type PeriodRange, rangeOf } from '#console/pages/books/periods.ts';
import { useBookCode, usePeriods } from '#console/pages/books/use-book.ts';
import { words as shared } from '#console/pages/books/words.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { ExportButton } from '#console/parts/export-button.tsx';
import { limitOf, withChanges } from '#console/parts/list-state.ts';
import { PageTurner } from '#console/parts/page-turner.tsx';
import { Told } from '#console/parts/told.tsx';
import { useSay } from '#console/words/use-say.ts';
import { AccountField } from './account-field.tsx';
import { DimensionField } from './dimension-field.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { words } from './words.ts';

/** The ledger of one account: every line with the running balance, the sums of each period and year. */
export function LedgerPage() {
  const book = useBookCode();
  const say = useSay(shared);
  const [search, setSearch] = useSearchParams();
  const periods = usePeriods(book);
  const range = rangeOf(search, periods.data?.items ?? []);
  const account = search.get('account');
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setSearch(withChanges(search, changes), { replace: true });
  return (
    <BookFrame
      book={book}
      title={say('ledger')}
      actions={range && account ? <ExportLedger book={book} range={range} account={account} /> : null}
    >
      <Told of={periods}>
        {({ items }) =>
          range === null ? null : (
            <>
              <Flex component="search" gap={8} wrap align="center">
                <AccountField book={book} account={account} change={(code) => change({ account: code })} />
                <PeriodRangeField
                  periods={items}
                  range={range}
                  change={({ from, to }) => change({ from: String(from), to: String(to) })}
                />
                {account === null ? null : (
                  <DimensionField
                    book={book}
                    dimension={search.get('dimension')}
                    change={(dimension) => change({ dimension })}
                  />
                )}
              </Flex>
              {account === null ? <ChooseFirst /> : <Lines book={book} range={range} account={account} />}
            </>
          )
        }
      </Told>
    </BookFrame>
  );
}

interface Asked {
  readonly book: string;
  readonly account: string;
  readonly range: PeriodRange;
}

function useQuestion({ account, range }: Omit<Asked, 'book'>) {
  const [search] = useSearchParams();
  const dimension = search.get('dimension');
  return { account, ...range, ...(dimension === null ? {} : { dimension }) };
}

function ExportLedger({ book, ...asked }: Asked) {
  const query = useQuestion(asked);
  return (
    <ExportButton
      ask={(format) =>
        api.GET('/api/v1/books/{book}/ledger/export', {
          params: { path: { book }, query: { ...query, format } },
          parseAs: 'stream',
        })
      }
    />
  );
}

function ChooseFirst() {
  const say = useSay(words);
  return (
    <div className="tz-card">
      <EmptyState icon={<ReadOutlined />} title={say('chooseTitle')}>
        {say('chooseText')}
      </EmptyState>
    </div>
  );
}

function Lines({ book, ...asked }: Asked) {
  const say = useSay(words);
  const [search, setSearch] = useSearchParams();
  const after = search.get('after');
  const query = { ...useQuestion(asked), limit: limitOf(search), ...(after === null ? {} : { after }) };
  const ledger = useTold(['/api/v1/books/{book}/ledger', book, query], () =>
    api.GET('/api/v1/books/{book}/ledger', { params: { path: { book }, query } }),
  );
  return (
    <Told of={ledger}>
      {(told) => (
        <>
          <span className="tz-faint">{say('unit', { currency: told.currency })}</span>
          <LedgerTable ledger={told} isFirstPage={after === null} />
          <PageTurner
            search={search}
            after={cursorOf(told.next)}
            change={(changes) => setSearch(withChanges(search, changes))}
            label={say('account')}
          />
        </>
      )}
    </Told>
  );
}

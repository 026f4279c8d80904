import { TableOutlined } from '@ant-design/icons';
import { Alert, Checkbox, Flex, Select } from 'antd';
import { useSearchParams } from 'react-router';
import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';
import { BookFrame } from '#console/pages/books/book-frame.tsx';
import type { Period } from '#console/pages/books/book-types.ts';
import { PeriodRangeField } from '#console/pages/books/period-range.tsx';
import { type PeriodRange, rangeOf } from '#console/pages/books/periods.ts';
import { useBookCode, useDimensions, usePeriods } from '#console/pages/books/use-book.ts';
import { words as shared } from '#console/pages/books/words.ts';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { ExportButton } from '#console/parts/export-button.tsx';
import { withChanges } from '#console/parts/list-state.ts';
import { StateTag } from '#console/parts/state-tag.tsx';
import { Told } from '#console/parts/told.tsx';
import { useDimensionName } from '#console/parts/tracing/use-dimension-name.ts';
import { useSay } from '#console/words/use-say.ts';
import { BalanceTable } from './balance-table.tsx';
import { words } from './words.ts';

const LEVELS = [1, 2, 3];

/** The trial balance of a range of periods. */
export function BalancesPage() {
  const book = useBookCode();
  const say = useSay(shared);
  const [search] = useSearchParams();
  const periods = usePeriods(book);
  const range = rangeOf(search, periods.data?.items ?? []);
  return (
    <BookFrame
      book={book}
      title={say('balances')}
      actions={range === null ? null : <ExportBalances book={book} range={range} />}
    >
      <Told of={periods}>
        {({ items }) =>
          range === null ? null : (
            <>
              <Choices book={book} range={range} periods={items} />
              <Balances book={book} range={range} />
            </>
          )
        }
      </Told>
    </BookFrame>
  );
}

interface Asked {
  readonly book: string;
  readonly range: PeriodRange;
}

/** What the address asks for beside the range. */
function useQuestion({ from, to }: PeriodRange) {
  const [search] = useSearchParams();
  const level = Number(search.get('level'));
  const by = search.get('by');
  return {
    from,
    to,
    ...(LEVELS.includes(level) ? { level } : {}),
    ...(by === null ? {} : { by }),
    ...(search.get('foreign') === 'true' ? { foreign: true } : {}),
  };
}

function ExportBalances({ book, range }: Asked) {
  const { foreign: _, ...query } = useQuestion(range);
  return (
    <ExportButton
      ask={(format) =>
        api.GET('/api/v1/books/{book}/trial-balance/export', {
          params: { path: { book }, query: { ...query, format } },
          parseAs: 'stream',
        })
      }
    />
  );
}

function Choices({ book, range, periods }: Asked & { readonly periods: readonly Period[] }) {
  const say = useSay(words);
  const nameOf = useDimensionName();
  const dimensions = useDimensions(book);
  const [search, setSearch] = useSearchParams();
  const question = useQuestion(range);
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setSearch(withChanges(search, changes), { replace: true });
  return (
    <Flex component="search" gap={8} wrap align="center">
      <PeriodRangeField
        periods={periods}
        range={range}
        change={({ from, to }) => change({ from: String(from), to: String(to) })}
      />
      <Select
        aria-label={say('level')}
        value={question.level ?? 0}
        options={[
          { value: 0, label: say('allLevels') },
          ...LEVELS.map((n) => ({ value: n, label: say('toLevel', { n }) })),
        ]}
        popupMatchSelectWidth={false}
        onChange={(level) => change({ level: level === 0 ? null : String(level) })}
      />
      <Select
        aria-label={say('by')}
        placeholder={say('by')}
        value={question.by}
        allowClear
        options={(dimensions.data?.items ?? []).map(({ dimension }) => ({
          value: dimension,
          label: nameOf(dimension),
        }))}
        popupMatchSelectWidth={false}
        onChange={(by?: string) => change({ by: by ?? null })}
      />
      <Checkbox
        checked={question.foreign ?? false}
        onChange={({ target }) => change({ foreign: target.checked ? 'true' : null })}
      >
        {say('foreign')}
      </Checkbox>
    </Flex>
  );
}

function Balances({ book, range }: Asked) {
  const say = useSay(words);
  const query = useQuestion(range);
  const balance = useTold(['/api/v1/books/{book}/trial-balance', book, query], () =>
    api.GET('/api/v1/books/{book}/trial-balance', { params: { path: { book }, query } }),
  );
  return (
    <Told of={balance}>
      {(told) =>
        told.rows.length === 0 ? (
          <div className="tz-card">
            <EmptyState icon={<TableOutlined />} title={say('emptyTitle')}>
              {say('emptyText')}
            </EmptyState>
          </div>
        ) : (
          <>
            <Flex gap={16} wrap align="center">
              <StateTag tone={told.balanced ? 'good' : 'bad'}>
                {say(told.balanced ? 'balanced' : 'unbalanced')}
              </StateTag>
              <span className="tz-faint">{say('unit', { currency: told.currency })}</span>
            </Flex>
            {told.balanced ? null : <Alert type="error" showIcon title={say('unbalancedText')} />}
            <BalanceTable balance={told} by={query.by ?? null} />
          </>
        )
      }
    </Told>
  );
}

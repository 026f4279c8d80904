import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Table, type TableProps } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { askList, type FilterOf, type ListPath, type PlacesOf, type RowOf } from '#console/api/list-path.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import cards from './cards.module.css';
import { type Column, columnsOf } from './column.tsx';
import { type Filter, FilterBar } from './filter-bar.tsx';
import { filtersOf, queryOf, withChanges, withStandard } from './list-state.ts';
import { NoMatch } from './no-match.tsx';
import { PageTurner } from './page-turner.tsx';
import { ProblemView } from './problem-view.tsx';
import { Scrolls } from './scrolls.tsx';
import styles from './server-table.module.css';
import { sortFrom } from './sorting.ts';
import { useRowKeys } from './use-row-keys.ts';
import { words } from './words.ts';

interface ServerTableProps<Path extends ListPath> {
  /** What the list is, for those who hear it. */
  readonly label: string;
  readonly path: Path;
  /** What stands in for `{book}` and the like in the path. */
  readonly places?: PlacesOf<Path>;
  readonly columns: readonly Column<Path>[];
  readonly filters?: readonly Filter<FilterOf<Path>>[];
  /** What the list is narrowed to where the address says nothing: work that is open. */
  readonly standard?: Readonly<Partial<Record<FilterOf<Path>, string>>>;
  readonly rowKey: (row: RowOf<Path>) => string;
  /** Where a click on a row leads. */
  readonly open?: (row: RowOf<Path>) => string;
  /** Shown while nothing at all is there, and no filter set. */
  readonly empty: ReactNode;
  /** What will soon be otherwise without the hub telling so: while such a row is seen, the list is asked again. */
  readonly isMoving?: (row: RowOf<Path>) => boolean;
  /** What may be done with the rows chosen; without it, rows cannot be chosen. */
  readonly actions?: (rows: readonly RowOf<Path>[], clear: () => void) => ReactNode;
}

const NONE = {};
const LOOK_MS = 1_000;

/** A list that pages, sorts and narrows on the hub, and keeps all of it in the browser's address. */
export function ServerTable<Path extends ListPath>(props: ServerTableProps<Path>) {
  const { path, places, filters = [], standard = NONE, isMoving = () => false } = props;
  const say = useSay(words);
  const [address, setSearch] = useSearchParams();
  const names = filters.flatMap((filter) =>
    filter.kind === 'days' ? [filter.from, filter.until] : [filter.name],
  );
  const search = withStandard(address, names, standard);
  const query = queryOf(search, names);
  const list = useQuery({
    queryKey: [path, places, query],
    queryFn: () => askList(path, places, query),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) ? LOOK_MS : false),
  });
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setSearch(withChanges(withStandard(addressNow(), names, standard), changes));
  const isNarrowed = Object.keys(filtersOf(address, names)).length > 0;
  const clear = () =>
    setSearch(withChanges(addressNow(), Object.fromEntries(names.map((name) => [name, null]))));
  const rows = list.data?.items ?? [];
  const section = useRef<HTMLElement>(null);
  useRowKeys(section);
  const isBare = list.data !== undefined && rows.length === 0 && !isNarrowed && !search.has('after');

  if (list.isError && list.data === undefined) {
    // Where a filter was refused, it can be taken back or completed.
    return (
      <section aria-label={props.label} className={styles.list}>
        {isNarrowed ? <FilterBar filters={filters} search={search} change={change} clear={clear} /> : null}
        <ProblemView error={list.error} retry={() => void list.refetch()} />
      </section>
    );
  }
  return (
    <section ref={section} aria-label={props.label} className={styles.list}>
      {filters.length > 0 && !isBare ? (
        <FilterBar filters={filters} search={search} change={change} clear={isNarrowed ? clear : undefined} />
      ) : null}
      {isBare ? (
        <div className={styles.bare}>{props.empty}</div>
      ) : (
        <Rows
          {...props}
          rows={rows}
          isLoading={(list.isFetching && list.isPlaceholderData) || list.isPending}
          change={change}
          sort={search.get('sort')}
          none={<NoMatch clear={clear} />}
        />
      )}
      {isBare ? null : (
        <PageTurner search={search} after={list.data?.after ?? null} change={change} label={say('perPage')} />
      )}
    </section>
  );
}

/** What the browser shows at this moment: a press may come before the page was drawn anew for the press before it. */
function addressNow(): URLSearchParams {
  return new URLSearchParams(window.location.search);
}

interface RowsProps<Path extends ListPath> extends ServerTableProps<Path> {
  readonly rows: readonly RowOf<Path>[];
  readonly isLoading: boolean;
  readonly sort: string | null;
  readonly change: (changes: Readonly<Record<string, string | null>>) => void;
  readonly none: ReactNode;
}

function Rows<Path extends ListPath>(props: RowsProps<Path>) {
  const say = useSay(words);
  const navigate = useNavigate();
  const reader = language.use();
  const [chosen, setChosen] = useState<readonly RowOf<Path>[]>([]);
  const clear = () => setChosen([]);
  const { open, actions, rowKey } = props;
  const selection: TableProps<RowOf<Path>>['rowSelection'] = actions && {
    selectedRowKeys: chosen.map(rowKey),
    onChange: (_, rows) => setChosen(rows),
  };
  return (
    <>
      {actions && chosen.length > 0 ? (
        <div className={styles.actions} role="toolbar" aria-label={say('selected', { n: chosen.length })}>
          <span>{say('selected', { n: chosen.length })}</span>
          {actions(chosen, clear)}
        </div>
      ) : null}
      <Scrolls className={`${styles.table} ${cards.cards}`} label={props.label}>
        <Table<RowOf<Path>>
          size="small"
          columns={columnsOf(props.columns, { sort: props.sort, reader, leadsTo: open })}
          dataSource={[...props.rows]}
          rowKey={rowKey}
          loading={{ spinning: props.isLoading, delay: 150 }}
          pagination={false}
          locale={{ emptyText: props.none }}
          rowSelection={selection}
          onRow={(row) =>
            open
              ? { className: styles.link, onClick: (event) => isPlain(event) && void navigate(open(row)) }
              : {}
          }
          onChange={(_, __, sorter) => props.change({ sort: sortFrom(sorter) })}
        />
      </Scrolls>
    </>
  );
}

/** A click on a link or button within the row is that one's business; so is marking text to copy it. */
function isPlain({ target }: { readonly target: EventTarget }): boolean {
  const isControl =
    target instanceof Element && target.closest('a, button, input, label, .ant-checkbox-wrapper') !== null;
  return !isControl && getSelection()?.isCollapsed !== false;
}

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Flex, Select, Table } from 'antd';
import { useState } from 'react';
import { api, told } from '#console/api/client.ts';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { useSay } from '#console/words/use-say.ts';
import { cellText, type LookUpKind, lookUpKinds, shownOf } from './look-up-kinds.ts';
import { lookupWords, words } from './words.ts';

const ROWS = 50;

/** Accounts, partners and the like, read from the system itself. */
export function LookUpPanel({
  code,
  capabilities,
}: {
  readonly code: string;
  readonly capabilities: readonly string[];
}) {
  const say = useSay(words);
  const sayKind = useSay(lookupWords);
  const kinds = lookUpKinds(capabilities);
  const [kind, setKind] = useState<LookUpKind | null>(null);
  if (kinds.length === 0) return null;
  const options = kinds.map((value) => ({ value, label: sayKind(value) }));
  return (
    <Panel
      title={say('lookupTitle')}
      intro={say('lookupText')}
      actions={
        kind === null ? null : (
          <Select<LookUpKind>
            aria-label={say('lookupKind')}
            value={kind}
            options={options}
            popupMatchSelectWidth={false}
            onChange={setKind}
          />
        )
      }
    >
      {kind === null ? (
        <Flex gap={8} wrap>
          {options.map(({ value, label }) => (
            <Button key={value} onClick={() => setKind(value)}>
              {`${say('lookupRead')} ${label}`}
            </Button>
          ))}
        </Flex>
      ) : (
        <Rows key={kind} code={code} kind={kind} />
      )}
    </Panel>
  );
}

type Row = Readonly<Record<string, unknown>>;

function Rows({ code, kind }: { readonly code: string; readonly kind: LookUpKind }) {
  const say = useSay(words);
  const sayKind = useSay(lookupWords);
  const path = { connection: code, kind };
  const rows = useInfiniteQuery({
    queryKey: ['/api/v1/connections', code, 'lookup', kind],
    queryFn: ({ pageParam }: { pageParam: string | null }) => {
      const query = { limit: ROWS, ...(pageParam === null ? {} : { after: pageParam }) };
      return told(api.GET('/api/v1/connections/{connection}/lookup/{kind}', { params: { path, query } }));
    },
    initialPageParam: null,
    getNextPageParam: ({ next }) =>
      next === null ? null : new URLSearchParams(next.slice(next.indexOf('?'))).get('after'),
    retry: false,
  });
  const columns = useColumns(kind);
  if (rows.isError) return <ProblemView error={rows.error} retry={() => void rows.refetch()} />;
  const all = rows.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Scrolls label={sayKind(kind)}>
      <Table<Row>
        size="small"
        loading={rows.isPending}
        pagination={false}
        rowKey={(row) => all.indexOf(row)}
        dataSource={all}
        locale={{ emptyText: say('lookupNone') }}
        columns={columns}
      />
      {rows.hasNextPage ? (
        <Button
          style={{ marginBlockStart: 8 }}
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {say('more')}
        </Button>
      ) : null}
    </Scrolls>
  );
}

function useColumns(kind: LookUpKind) {
  const say = useSay(words);
  return shownOf(kind).map((column) => ({
    key: column,
    title: say(column),
    align: column === 'rate' ? ('right' as const) : ('left' as const),
    className: column === 'code' ? 'tz-code' : column === 'rate' ? 'tz-number' : '',
    render: (_: unknown, row: Row) => cellText(row, column),
  }));
}

import { Button, Flex } from 'antd';
import { useState } from 'react';
import { api } from '#console/api/client.ts';
import type { FilterOf } from '#console/api/list-path.ts';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import type { Column } from '#console/parts/column.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { ExportButton } from '#console/parts/export-button.tsx';
import type { Filter } from '#console/parts/filter-bar.tsx';
import { ServerTable } from '#console/parts/server-table.tsx';
import { StateTag } from '#console/parts/state-tag.tsx';
import { formatShare } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './crosswalks.module.css';
import { type Draft, PairDialog } from './pair-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { useRemovePair, useSavePairs, type Where } from './use-pairs.ts';
import { words } from './words.ts';

const PATH = '/api/v1/books/{book}/crosswalks/{crosswalk}';
type Pair = Schemas['CrosswalkPair'];

/** The pairs of one crosswalk. */
export function PairsTable({ where }: { readonly where: Where }) {
  const say = useSay(words);
  const may = useMay();
  const [draft, setDraft] = useState<Draft>(null);
  const [isPasting, setPasting] = useState(false);
  const mayWrite = may('crosswalks:write');
  const confirm = useSavePairs(where);
  return (
    <div className={styles.table}>
      <Tools
        where={where}
        mayWrite={mayWrite}
        add={() => setDraft({ from: null, to: '' })}
        paste={() => setPasting(true)}
      />
      <ServerTable
        key={where.crosswalk}
        label={where.crosswalk}
        path={PATH}
        places={where}
        rowKey={({ from }) => from}
        columns={useColumns(where, mayWrite ? setDraft : null)}
        filters={useFilters()}
        actions={
          mayWrite
            ? (rows, clear) => (
                <Button
                  size="small"
                  loading={confirm.isPending}
                  onClick={() =>
                    confirm.mutate(
                      rows.map(({ from, to }) => ({ from, to })),
                      { onSuccess: clear },
                    )
                  }
                >
                  {say('confirm')}
                </Button>
              )
            : undefined
        }
        empty={<EmptyState title={say('emptyTitle')}>{say('emptyText')}</EmptyState>}
      />
      <PairDialog where={where} draft={draft} close={() => setDraft(null)} />
      <PasteDialog where={where} isOpen={isPasting} close={() => setPasting(false)} />
    </div>
  );
}

function Tools(props: {
  readonly where: Where;
  readonly mayWrite: boolean;
  readonly add: () => void;
  readonly paste: () => void;
}) {
  const say = useSay(words);
  const { where } = props;
  return (
    <Flex gap={8} wrap align="center">
      <h2 className={styles.title}>{where.crosswalk}</h2>
      {props.mayWrite ? (
        <>
          <Button onClick={props.paste}>{say('paste')}</Button>
          <Button type="primary" onClick={props.add}>
            {say('add')}
          </Button>
        </>
      ) : null}
      <ExportButton
        ask={(format) =>
          api.GET('/api/v1/books/{book}/crosswalks/{crosswalk}/export', {
            params: { path: where, query: { format } },
            parseAs: 'stream',
          })
        }
      />
    </Flex>
  );
}

function useFilters(): readonly Filter<FilterOf<typeof PATH>>[] {
  const say = useSay(words);
  const choices = [
    { value: 'true', label: say('yes') },
    { value: 'false', label: say('nobody') },
  ];
  return [
    { kind: 'text', name: 'search', label: say('search') },
    { kind: 'choice', name: 'confirmed', label: say('confirmed'), choices },
  ];
}

function useColumns(where: Where, edit: ((draft: Draft) => void) | null): readonly Column<typeof PATH>[] {
  const say = useSay(words);
  const reader = language.use();
  return [
    { key: 'from', title: say('from'), show: ({ from }) => <span className="tz-number">{from}</span> },
    { key: 'to', title: say('to'), show: ({ to }) => <strong className="tz-number">{to}</strong> },
    {
      key: 'confidence',
      title: say('confidence'),
      amount: true,
      show: ({ confidence = 1 }) => formatShare(confidence, reader),
    },
    {
      key: 'confirmedBy',
      title: say('confirmedBy'),
      show: ({ confirmedBy }) => confirmedBy ?? <StateTag tone="warn">{say('nobody')}</StateTag>,
    },
    ...(edit
      ? [{ key: 'deeds', title: '', show: (pair: Pair) => <Deeds where={where} pair={pair} edit={edit} /> }]
      : []),
  ];
}

function Deeds(props: { readonly where: Where; readonly pair: Pair; readonly edit: (draft: Draft) => void }) {
  const say = useSay(words);
  const remove = useRemovePair(props.where);
  const { from, to, confidence = 1, confirmedBy = null } = props.pair;
  return (
    <Flex gap={4} justify="end">
      <Button size="small" type="link" onClick={() => props.edit({ from, to })}>
        {say('edit')}
      </Button>
      <Button
        size="small"
        type="link"
        danger
        loading={remove.isPending}
        onClick={() => remove.mutate({ from, to, confidence, confirmedBy })}
      >
        {say('remove')}
      </Button>
    </Flex>
  );
}

import { Alert, App, Button, Drawer, Flex, Input, Spin } from 'antd';
import { useState } from 'react';
import { useMay } from '#console/api/session.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './crosswalk.module.css';
import { CrosswalkGrid } from './crosswalk-grid.tsx';
import { type Edits, NO_EDITS, pairsToSave, withAdded } from './crosswalk-rows.ts';
import { usePairs, useRemovePair, useSavePairs } from './use-crosswalk-pairs.ts';
import { words } from './words.ts';

/** The pairs of a crosswalk as a sheet, with what saving would change; found and turned over at the hub. */
export function CrosswalkDrawer({ name, close }: { readonly name: string; readonly close: () => void }) {
  const say = useSay(words);
  const { book } = useEditor();
  const { modal } = App.useApp();
  const [edits, setEdits] = useState(NO_EDITS);
  const isEdited = edits.changed.size > 0 || edits.added.some(({ from, to }) => from !== '' || to !== '');
  const leave = () => {
    if (!isEdited) return close();
    modal.confirm({
      title: say('leaveTitle'),
      okText: say('leave'),
      okButtonProps: { danger: true },
      cancelText: say('stay'),
      onOk: close,
    });
  };
  return (
    <Drawer open size="large" title={say('title', { name })} onClose={leave} destroyOnHidden>
      <Pairs where={{ book: book.code, crosswalk: name }} edits={edits} setEdits={setEdits} close={close} />
    </Drawer>
  );
}

interface PairsProps {
  readonly where: { readonly book: string; readonly crosswalk: string };
  readonly edits: Edits;
  readonly setEdits: (edits: Edits) => void;
  readonly close: () => void;
}

function Pairs({ where, edits, setEdits, close }: PairsProps) {
  const say = useSay(words);
  const isAllowed = useMay()('crosswalks:write');
  const [search, setSearch] = useState('');
  const { asked, saved, known } = usePairs(where, search);
  const save = useSavePairs(where);
  const remove = useRemovePair(where);
  const pairs = pairsToSave(edits, known);
  if (asked.isError) return <ProblemView error={asked.error} />;
  return (
    <>
      <p className="tz-faint">{say('intro', { book: where.book })}</p>
      {isAllowed ? <p className="tz-faint">{say('paste')}</p> : <Alert type="info" title={say('mayNot')} />}
      <Missing name={where.crosswalk} edits={edits} setEdits={setEdits} />
      <Flex gap={12} align="center" className={styles.tools}>
        <Input.Search
          allowClear
          size="small"
          aria-label={say('filter')}
          placeholder={say('filter')}
          loading={asked.isFetching}
          onSearch={(text) => setSearch(text.trim())}
        />
      </Flex>
      {asked.isPending ? <Spin /> : null}
      <CrosswalkGrid
        saved={saved}
        known={known}
        edits={edits}
        setEdits={setEdits}
        isAllowed={isAllowed}
        remove={remove.mutate}
      />
      {asked.isSuccess && saved.length === 0 ? (
        <p className="tz-faint">{search === '' ? say('noneYet') : say('noneFound', { text: search })}</p>
      ) : null}
      <Flex gap={8} wrap className={styles.below}>
        {asked.hasNextPage ? (
          <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
            {say('showMore', { n: saved.length })}
          </Button>
        ) : null}
        <Button
          type="primary"
          disabled={pairs.length === 0 || !isAllowed}
          loading={save.isPending}
          onClick={() => save.mutate(pairs, { onSuccess: close })}
        >
          {say('save', { n: pairs.length })}
        </Button>
      </Flex>
    </>
  );
}

/** Codes of the sample that the crosswalk does not know yet. */
function Missing({
  name,
  edits,
  setEdits,
}: { readonly name: string } & Pick<PairsProps, 'edits' | 'setEdits'>) {
  const say = useSay(words);
  const { preview } = useEditor();
  const own = (preview?.findings ?? []).filter(
    ({ code, params }) => code === 'crosswalk_missing' && params.crosswalk === name,
  );
  const codes = [...new Set(own.map(({ params }) => params.text ?? ''))].filter(
    (code) => !edits.added.some(({ from }) => from === code),
  );
  return codes.map((code) => (
    <Alert
      key={code}
      type="warning"
      showIcon
      title={say('sampleMissing', { code })}
      action={
        <Button size="small" onClick={() => setEdits(withAdded(edits, code))}>
          {say('addIt')}
        </Button>
      }
    />
  ));
}

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ClipboardEvent } from 'react';
import { readPasted } from '#console/pages/flows/draft/pasted-cells.ts';
import { formatShare } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './crosswalk.module.css';
import {
  type AddedRow,
  type Edits,
  type Known,
  pastedOver,
  type RowState,
  type SavedPair,
  statesOf,
  withAdded,
  withPastedRows,
} from './crosswalk-rows.ts';
import { words } from './words.ts';

interface Props {
  readonly saved: readonly SavedPair[];
  readonly known: Known;
  readonly edits: Edits;
  readonly setEdits: (edits: Edits) => void;
  readonly isAllowed: boolean;
  readonly remove: (from: string) => void;
}

/** Two columns one can type and paste into: what is added first, then what is kept, and what each row would change. */
export function CrosswalkGrid(props: Props) {
  const { saved, known, edits, setEdits, isAllowed } = props;
  const say = useSay(words);
  const states = statesOf(edits.added, known);
  return (
    <>
      {isAllowed ? (
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => setEdits(withAdded(edits, ''))}
          className={styles.add}
        >
          {say('addRow')}
        </Button>
      ) : null}
      <table className={styles.grid}>
        <thead>
          <tr>
            <th>{say('theirs')}</th>
            <th>{say('ours')}</th>
            <th>{say('state')}</th>
            <th>
              <span className="tz-hidden">{say('removing')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {edits.added.map((row, index) => (
            <Added key={row.id} row={row} index={index} state={states.get(row.id) ?? 'blank'} {...props} />
          ))}
          {saved.map((pair, index) => (
            <Kept key={pair.from} pair={pair} index={index} {...props} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Added({
  row,
  index,
  state,
  known,
  edits,
  setEdits,
}: Props & { readonly row: AddedRow; readonly index: number; readonly state: RowState }) {
  const say = useSay(words);
  const { added } = edits;
  const change = (part: Partial<AddedRow>) =>
    setEdits({ ...edits, added: added.map((one) => (one.id === row.id ? { ...one, ...part } : one)) });
  const paste = (column: 'from' | 'to') => (event: ClipboardEvent) => {
    const cells = blockOf(event);
    if (cells) setEdits({ ...edits, added: withPastedRows(added, { at: index, column }, cells) });
  };
  const n = index + 1;
  return (
    <tr data-state={state}>
      {(['from', 'to'] as const).map((column) => (
        <td key={column}>
          <input
            aria-label={column === 'from' ? say('rowTheirs', { n }) : say('rowOurs', { n })}
            value={row[column]}
            onChange={({ target }) => change({ [column]: target.value })}
            onPaste={paste(column)}
          />
        </td>
      ))}
      <td className={styles.state}>
        {state === 'blank'
          ? null
          : state === 'changed'
            ? say('changed', { before: known.pairs.get(row.from.trim()) ?? '' })
            : say(state === 'same' ? 'confirmed' : state)}
      </td>
      <td>
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={say('dropRow', { n })}
          onClick={() => setEdits({ ...edits, added: added.filter(({ id }) => id !== row.id) })}
        />
      </td>
    </tr>
  );
}

function Kept({
  pair,
  index,
  saved,
  edits,
  setEdits,
  isAllowed,
  remove,
}: Props & { readonly pair: SavedPair; readonly index: number }) {
  const say = useSay(words);
  const { from, to } = pair;
  const now = edits.changed.get(from) ?? to;
  const paste = (event: ClipboardEvent) => {
    const cells = blockOf(event);
    if (cells) setEdits(pastedOver(edits, saved.slice(index), cells));
  };
  return (
    <tr data-state={now === to ? 'same' : now.trim() === '' ? 'incomplete' : 'changed'}>
      <th scope="row">{from}</th>
      <td>
        <input
          aria-label={say('oursOf', { from })}
          value={now}
          readOnly={!isAllowed}
          onChange={({ target }) =>
            setEdits({ ...edits, changed: new Map([...edits.changed, [from, target.value]]) })
          }
          onPaste={paste}
        />
      </td>
      <td className={styles.state}>
        <KeptState pair={pair} now={now} />
      </td>
      <td>
        {isAllowed ? (
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={say('remove', { from })}
            onClick={() => remove(from)}
          />
        ) : null}
      </td>
    </tr>
  );
}

function KeptState({ pair, now }: { readonly pair: SavedPair; readonly now: string }) {
  const say = useSay(words);
  const reader = language.use();
  const { to, confidence = 1, confirmedBy = null } = pair;
  if (now.trim() === '') return say('incomplete');
  if (now !== to) return say('changed', { before: to });
  return confirmedBy === null ? say('guessed', { share: formatShare(confidence, reader) }) : say('confirmed');
}

/** More than one cell on the clipboard; a single one is pasted as always. */
function blockOf(event: ClipboardEvent): string[][] | null {
  const cells = readPasted(event.clipboardData.getData('text/plain'));
  if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return null;
  event.preventDefault();
  return cells;
}

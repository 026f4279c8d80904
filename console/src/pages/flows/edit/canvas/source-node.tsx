import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Handle, Position } from '@xyflow/react';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { exampleAt, type SampleField, showExample } from '#console/pages/flows/draft/sample-fields.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './canvas.module.css';
import { foldedAtFirst, isFolded } from './folding.ts';
import { useCanvas } from './use-canvas.ts';
import { useFollowRows } from './use-follow-rows.ts';
import { typeWords, words } from './words.ts';

/** What the samples hold, as a tree. */
export function SourceNode({ id }: { readonly id: string }) {
  const say = useSay(words);
  const { sources, drawn } = useCanvas();
  const [filter, setFilter] = useState('');
  const used = new Set(drawn.map(({ source }) => source));
  const wanted = filter.trim().toLowerCase();
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => foldedAtFirst(sources, used));
  const shown = sources.filter(({ path, name, example }) =>
    wanted === '' ? !isFolded(path, folded) : `${name} ${example}`.toLowerCase().includes(wanted),
  );
  const fold = (name: string) =>
    setFolded(folded.has(name) ? folded.difference(new Set([name])) : folded.union(new Set([name])));
  useFollowRows(
    id,
    shown.map(({ name }) => name),
  );
  return (
    <div className={styles.list}>
      <header className={styles.head}>
        <h3>{say('source')}</h3>
        {sources.length > 12 ? (
          <Input
            size="small"
            allowClear
            className="nodrag"
            aria-label={say('filter')}
            placeholder={say('filter')}
            value={filter}
            onChange={({ target }) => setFilter(target.value)}
          />
        ) : null}
      </header>
      {sources.length === 0 ? <p className={styles.empty}>{say('noSample')}</p> : null}
      <ul>
        {shown.map((field) => (
          <SourceRow
            key={field.name}
            field={field}
            isUsed={used.has(field.name)}
            isFolded={folded.has(field.name)}
            fold={() => fold(field.name)}
          />
        ))}
      </ul>
    </div>
  );
}

const TYPE_NAMES = {
  text: 'text',
  number: 'number',
  date: 'date',
  bool: 'yesNo',
  list: 'list',
  object: 'group',
  empty: 'empty',
} as const;

interface RowProps {
  readonly field: SampleField;
  readonly isUsed: boolean;
  readonly isFolded: boolean;
  readonly fold: () => void;
}

function SourceRow({ field, isUsed, isFolded: isClosed, fold }: RowProps) {
  const say = useSay(words);
  const { taken, take } = useCanvas();
  const isTaken = taken?.name === field.name;
  const toggle = () => take(isTaken ? null : field);
  return (
    <li
      className={styles.row}
      data-used={isUsed || undefined}
      data-chosen={isTaken || undefined}
      data-source={field.name}
    >
      {field.isLeaf ? (
        <button
          type="button"
          className={`${styles.choose} nodrag`}
          title={say('mapFieldTo', { field: field.name })}
          aria-pressed={isTaken}
          onClick={({ detail, currentTarget }) => {
            toggle();
            // By keyboard, the way to the targets would be as long as the list.
            if (detail === 0 && !isTaken) firstTarget(currentTarget)?.focus();
          }}
        >
          <Cells field={field} />
        </button>
      ) : (
        <Cells field={field}>
          <button
            type="button"
            className={`${styles.fold} nodrag`}
            aria-expanded={!isClosed}
            aria-label={say('fold', { field: field.name })}
            onClick={fold}
          >
            {isClosed ? <RightOutlined aria-hidden /> : <DownOutlined aria-hidden />}
          </button>
        </Cells>
      )}
      <Handle
        type="source"
        position={Position.Right}
        id={field.name}
        className={styles.grip}
        onClick={field.isLeaf ? toggle : undefined}
      />
    </li>
  );
}

function Cells({ field, children }: { readonly field: SampleField; readonly children?: ReactNode }) {
  const sayType = useSay(typeWords);
  const { samples, sampleIndex } = useEditor();
  const example = showExample(exampleAt(samples[sampleIndex], field.path)) || field.example;
  return (
    <>
      <span className={styles.name} style={{ paddingInlineStart: field.depth * 14 }} title={field.name}>
        {field.label}
        {children}
      </span>
      <span className={styles.example} title={example}>
        {example}
      </span>
      <span className={styles.type}>{sayType(TYPE_NAMES[field.type])}</span>
    </>
  );
}

/** The first field nothing goes to yet. */
function firstTarget(from: HTMLElement): HTMLElement | null | undefined {
  const canvas = from.closest('.react-flow');
  return (
    canvas?.querySelector<HTMLElement>('[data-target]:not([data-used]) button') ??
    canvas?.querySelector<HTMLElement>('[data-target] button')
  );
}

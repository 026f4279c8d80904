import { Handle, Position, useStore } from '@xyflow/react';
import { Select } from 'antd';
import { type FieldPlace, keyOfField } from '#console/pages/flows/draft/fields.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { shownValue } from '#console/pages/flows/edit/preview/shown-value.ts';
import { isAbout } from '#console/pages/flows/edit/problem-places.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './canvas.module.css';
import type { TargetRow } from './target-rows.ts';
import { useCanvas } from './use-canvas.ts';
import { useFieldChoices } from './use-field-choices.ts';
import { useFollowRows } from './use-follow-rows.ts';
import { badgeWords, words } from './words.ts';

/** The standard fields of the document and of its lines. */
export function TargetNode({ id }: { readonly id: string }) {
  const say = useSay(words);
  const { header, lines } = useCanvas();
  const { draft, document } = useEditor();
  const from = draft.flow?.documents[document]?.lines?.from;
  useFollowRows(
    id,
    [...header, ...lines].map(({ key }) => key),
  );
  return (
    <div className={styles.list}>
      <Section part="fields" title={say('header')} rows={header} />
      <Section part="lines" title={from ? say('linesFrom', { from }) : say('lines')} rows={lines} />
    </div>
  );
}

interface SectionProps {
  readonly part: FieldPlace['part'];
  readonly title: string;
  readonly rows: readonly TargetRow[];
}

function Section({ part, title, rows }: SectionProps) {
  const say = useSay(words);
  const { want, taken } = useCanvas();
  const { document } = useEditor();
  const isDragged = useStore(({ connection }) => connection.inProgress);
  const begun = isDragged ? 'drag' : taken && 'press';
  return (
    <section>
      <header className={styles.head}>
        <h3>{title}</h3>
      </header>
      <ul data-connecting={begun ?? undefined}>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </ul>
      <div className={`${styles.add} nodrag nowheel`}>
        <Select<string>
          size="small"
          variant="borderless"
          style={{ inlineSize: '100%' }}
          aria-label={`${title} ${say('addField')}`}
          placeholder={say('addField')}
          showSearch={{ optionFilterProp: 'search' }}
          popupMatchSelectWidth={320}
          value={null}
          options={useFieldChoices(part)}
          onChange={(field) => want({ document, part, field })}
        />
      </div>
    </section>
  );
}

function Row({ row }: { readonly row: TargetRow }) {
  const say = useSay(words);
  const reader = language.use();
  const { selected, draft } = useEditor();
  const { stray, taken, choose } = useCanvas();
  const { place, key, isNeeded } = row;
  const title = fieldTitle(place.field, reader);
  const isWrong = draft.refusals.some(({ at }) => isAbout(at, key));
  const isChosen = selected !== null && keyOfField(selected) === key;
  return (
    <li
      className={styles.row}
      data-used={row.mapping !== null || undefined}
      data-chosen={isChosen || undefined}
      data-target={place.field}
    >
      <button
        type="button"
        className={`${styles.choose} nodrag`}
        title={taken ? say('mapFieldTo', { field: taken.name }) : say('editField', { field: title })}
        aria-pressed={isChosen}
        onClick={() => choose(place)}
      >
        <span className={styles.name}>
          {title}
          {isNeeded ? (
            <span className={styles.needed} title={say('needed')}>
              *
            </span>
          ) : null}
        </span>
        {isWrong || stray.has(key) ? (
          <span className={styles.wrong}>{isWrong ? say('wrong') : say('stray')}</span>
        ) : (
          <Value row={row} />
        )}
      </button>
      <Handle type="target" position={Position.Left} id={key} className={styles.catch} />
    </li>
  );
}

/** What the sample gives, or what the field is waiting for. */
function Value({ row }: { readonly row: TargetRow }) {
  const say = useSay(words);
  const sayBadge = useSay(badgeWords);
  const { preview } = useEditor();
  if (row.mapping === null && row.isFilled) return <span className={styles.type}>{say('byTable')}</span>;
  if (row.mapping === null)
    return <span className={row.isNeeded ? styles.wrong : styles.type}>{say('missing')}</span>;
  const value = shownValue(preview, row.place);
  return (
    <>
      {row.mapping.value === undefined ? null : <span className={styles.type}>{sayBadge('constant')}</span>}
      <span className={styles.example} title={value ?? ''}>
        {value}
      </span>
    </>
  );
}

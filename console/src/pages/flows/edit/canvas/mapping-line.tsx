import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getBezierPath } from '@xyflow/react';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { formatShare } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './canvas.module.css';
import type { CanvasLine } from './canvas-lines.ts';
import type { Suggestion } from './suggest-lines.ts';
import { useCanvas } from './use-canvas.ts';
import { badgeWords, words } from './words.ts';

export interface LineData extends Record<string, unknown> {
  readonly line?: CanvasLine;
  readonly suggestion?: Suggestion;
  readonly isChosen?: boolean;
}

/** A line with what happens to the value on its way; dashed where it is only suggested. */
export function MappingLine(props: EdgeProps & { readonly data?: LineData }) {
  const { data = {} } = props;
  const [path, x, y] = getBezierPath(props);
  const { line, suggestion, isChosen = false } = data;
  return (
    <>
      <BaseEdge
        path={path}
        interactionWidth={14}
        className={styles.line}
        data-chosen={isChosen || undefined}
        data-suggested={suggestion ? true : undefined}
      />
      <EdgeLabelRenderer>
        <div
          className={styles.label}
          style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
        >
          {line ? <LineBadges line={line} isChosen={isChosen} /> : null}
          {suggestion ? <Accept suggestion={suggestion} /> : null}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

function LineBadges({ line, isChosen }: { readonly line: CanvasLine; readonly isChosen: boolean }) {
  const say = useSay(words);
  const sayBadge = useSay(badgeWords);
  const { select } = useEditor();
  if (line.badges.length === 0) return null;
  const badges = line.badges.map((badge) => sayBadge(badge)).join(' · ');
  return (
    <button
      type="button"
      className={styles.badge}
      data-chosen={isChosen || undefined}
      aria-label={`${badges} ${say('editLine', { line: line.label })}`}
      onClick={() => select(line.place)}
    >
      {badges}
    </button>
  );
}

function Accept({ suggestion }: { readonly suggestion: Suggestion }) {
  const say = useSay(words);
  const reader = language.use();
  const { connect } = useCanvas();
  const { source, place, confidence } = suggestion;
  const share = formatShare(confidence, reader);
  return (
    <button
      type="button"
      className={styles.accept}
      aria-label={`${share} ✓ ${say('accept', { line: `${source.name} → ${place.field}` })}`}
      onClick={() => connect(source, place)}
    >
      {share} ✓
    </button>
  );
}

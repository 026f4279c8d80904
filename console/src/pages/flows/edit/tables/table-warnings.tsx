import { CheckCircleOutlined } from '@ant-design/icons';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { DecisionTable } from '#core/flows/flow.ts';
import type { TableAnalysis } from '#core/rules/analyse-table.ts';
import styles from './tables.module.css';
import { words } from './words.ts';

const SHOWN_MAX = 5;

/** Rules that contradict or never win, and what no rule takes. */
export function TableWarnings({
  table,
  analysis,
}: {
  readonly table: DecisionTable;
  readonly analysis: TableAnalysis;
}) {
  const say = useSay(words);
  const reader = language.use();
  const { unreachable, overlaps, gaps, complete } = analysis;
  const exampleOf = (values: readonly string[]) =>
    values
      .map(
        (value, i) =>
          `${fieldTitle(table.inputs[i] ?? '', reader)} = ${value === '*' ? say('anythingElse') : value}`,
      )
      .join(', ');
  const warnings = [
    ...(unreachable.length > 0
      ? [say('unreachable', { rules: unreachable.map((rule) => rule + 1).join(', ') })]
      : []),
    ...overlaps.map(({ rule, hiddenBy, example }) =>
      say('overlap', { rule: rule + 1, by: hiddenBy + 1, example: exampleOf(example) }),
    ),
    ...gaps.map((example) => say('gap', { example: exampleOf(example) })),
    ...(complete ? [] : [say('incomplete')]),
  ];
  if (warnings.length === 0) {
    return (
      <span className={styles.sound} role="status">
        <CheckCircleOutlined aria-hidden /> {say('sound')}
      </span>
    );
  }
  return (
    <div role="status">
      <ul className={styles.warnings}>
        {warnings.slice(0, SHOWN_MAX).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

import { autocompletion, type CompletionContext, completionKeymap } from '@codemirror/autocomplete';
import { type Extension, Prec } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { Alert, Form } from 'antd';
import { useEffect, useMemo, useRef } from 'react';
import { CodeEditor } from '#console/pages/flows/edit/code-editor.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { describe } from '#core/trouble/catalogue.ts';
import type { Completion } from './complete-formula.ts';
import styles from './formula.module.css';
import type { TriedFormula } from './try-formula.ts';
import type { FormulaPlace } from './use-formula-place.ts';
import { words } from './words.ts';

interface Props {
  /** Where the formula's names are looked up. */
  readonly place: FormulaPlace;
  readonly value: string;
  readonly change: (formula: string) => void;
  /** Default: formula. */
  readonly label?: string;
  /** What an empty one means. */
  readonly empty?: string;
}

/** A formula with completion, the place of a mistake, and its value for the sample at hand. */
export function FormulaField({ place, value, change, label, empty }: Props) {
  const say = useSay(words);
  const known = useRef(place.known);
  useEffect(() => {
    known.current = place.known;
  }, [place.known]);
  const extensions = useMemo(() => completing(() => known.current), []);
  const title = label ?? say('formula');
  return (
    <Form.Item label={title} extra={place.isOfRecord ? say('help') : say('helpDocument')}>
      <CodeEditor label={title} value={value} change={change} extensions={extensions} />
      {value.trim() === '' ? (
        <p className={styles.outcome}>{empty ?? say('empty')}</p>
      ) : (
        <Outcome text={value} tried={place.tryIt(value)} />
      )}
    </Form.Item>
  );
}

/** Offers what goes on with the word before the cursor. */
function completing(known: () => readonly Completion[]): readonly Extension[] {
  const source = (context: CompletionContext) => {
    const word = context.matchBefore(/[\p{L}$#_][\p{L}\p{N}_$.]*/u);
    if (word === null && !context.explicit) return null;
    return { from: word?.from ?? context.pos, options: [...known()], validFor: /^[\p{L}\p{N}_$#.]*$/u };
  };
  return [autocompletion({ override: [source], icons: false }), Prec.high(keymap.of([...completionKeymap]))];
}

function Outcome({ text, tried }: { readonly text: string; readonly tried: TriedFormula }) {
  const say = useSay(words);
  const reader = language.use();
  const { refusal, position, steps } = tried;
  const whole = steps.at(-1);
  if (refusal !== null) {
    const { title, advice } = describe(refusal.code, refusal.params ?? {}, reader);
    return (
      <div className={styles.outcome}>
        {position === null ? null : <Mistake text={text} position={position} />}
        <Alert type="error" showIcon title={title} description={advice} role="alert" />
      </div>
    );
  }
  return (
    <div className={styles.outcome}>
      <span className="tz-faint">{say('value')}</span>{' '}
      <strong role="status" className="tz-number">
        {whole?.value ?? say('nothing')}
      </strong>
      {steps.length > 1 ? (
        <details>
          <summary className="tz-faint">{say('steps')}</summary>
          <dl className={styles.steps}>
            {steps.map((step) => (
              <div key={step.text}>
                <dt className="tz-code">{step.text}</dt>
                <dd className="tz-number">{step.value ?? step.code}</dd>
              </div>
            ))}
          </dl>
        </details>
      ) : null}
    </div>
  );
}

/** The formula once more, with the character at which it stops making sense. */
function Mistake({ text, position }: { readonly text: string; readonly position: number }) {
  const at = Math.min(position - 1, text.length);
  return (
    <pre className={styles.mistake}>
      {text.slice(0, at)}
      <mark>{text.charAt(at) || '␣'}</mark>
      {text.slice(at + 1)}
    </pre>
  );
}

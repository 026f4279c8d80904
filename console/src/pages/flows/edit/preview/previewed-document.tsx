import type { ReactNode } from 'react';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { numbered } from '#console/parts/numbered.ts';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { Fields } from '#core/documents/document.ts';
import { thingName } from '#core/trouble/thing-names.ts';
import { type Origin, originOf } from './origin.ts';
import styles from './preview.module.css';
import type { PreviewedDocument } from './preview-record.ts';
import { showValue } from './shown-value.ts';
import { originWords, words } from './words.ts';

/** Field, value, and where the value comes from. */
export function PreviewedDocumentView({ document }: { readonly document: PreviewedDocument }) {
  const say = useSay(words);
  const reader = language.use();
  const sayOrigin = useSayOrigin();
  const { draft } = useEditor();
  const mapping = draft.flow?.documents.find(({ kind }) => kind === document.kind);
  const rows = Object.entries(document.fields).flatMap(([field, value]) => {
    const shown = showValue(value, document.currency);
    return shown === null ? [] : [{ field, shown }];
  });
  return (
    <section className={styles.block}>
      <h3>
        {say('document', { kind: thingName(document.kind, reader) })}
        {document.isWhole ? null : <span className={styles.bad}>{say('partial')}</span>}
      </h3>
      <table className={styles.table}>
        <tbody>
          {rows.map(({ field, shown }) => (
            <tr key={field}>
              <th scope="row">{fieldTitle(field, reader)}</th>
              <td>
                <span className="tz-number">{shown}</span>{' '}
                <span className={styles.small}>
                  {sayOrigin(originOf(field, document.provenance, mapping))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {document.lines.length > 0 ? <Lines document={document} /> : null}
    </section>
  );
}

function useSayOrigin(): (origin: Origin | null) => ReactNode {
  const say = useSay(originWords);
  return (origin) => {
    if (origin === null) return null;
    if (origin.by === 'copied') return say('copied', { path: origin.path });
    if (origin.by === 'crosswalk') return say('crosswalk', { name: origin.name, rule: origin.rule });
    if (origin.by === 'table') return say('table', { name: origin.name, rule: origin.rule });
    return say(origin.by);
  };
}

const LINES_MAX = 20;

function Lines({ document: { lines, currency } }: { readonly document: PreviewedDocument }) {
  const say = useSay(words);
  const reader = language.use();
  const fields = [...new Set(lines.flatMap((line: Fields) => Object.keys(line)))];
  return (
    <details>
      <summary className={styles.small}>{say('lines', { n: lines.length })}</summary>
      <Scrolls>
        <table className={styles.table}>
          <thead>
            <tr>
              {fields.map((field) => (
                <th key={field}>{fieldTitle(field, reader)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbered(lines.slice(0, LINES_MAX)).map(({ no, one }) => (
              <tr key={no}>
                {fields.map((field) => (
                  <td key={field} className="tz-number">
                    {showValue(one[field], currency)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </details>
  );
}

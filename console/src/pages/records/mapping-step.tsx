import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { numbered } from '#console/parts/numbered.ts';
import { fieldName } from '#console/parts/tracing/field-name.ts';
import { OriginView } from '#console/parts/tracing/origin-view.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { thingName } from '#core/trouble/thing-names.ts';
import styles from './records.module.css';
import { Step } from './step.tsx';
import { words } from './words.ts';

type Document = Schemas['TracedDocument'];
type Field = Schemas['TracedField'];

/** Every field of the document: its value, and why it is that. */
export function MappingStep({ document }: { readonly document: Document }) {
  const say = useSay(words);
  const reader = language.use();
  const { kind, number, fields, lines, flow } = document;
  return (
    <Step
      title={say('mapping')}
      isOpen
      sum={say('mappingSum', {
        kind: thingName(kind, reader),
        number,
        fields: fields.length,
        lines: lines.length,
      })}
    >
      <p className={styles.note}>
        <Link to={`/flows/${encodeURIComponent(flow.code)}`}>
          {say('byFlow', { title: flow.title[reader], version: flow.version })}
        </Link>
      </p>
      <Fields document={document} fields={fields} />
      {numbered(lines).map(({ no, one }) => (
        <details key={no} className={styles.line}>
          <summary>
            {say('line', { n: no })} <span className="tz-faint">{lineSum(one)}</span>
          </summary>
          <Fields document={document} fields={one} />
        </details>
      ))}
    </Step>
  );
}

function Fields({ document, fields }: { readonly document: Document; readonly fields: readonly Field[] }) {
  const say = useSay(words);
  const reader = language.use();
  const place = { book: document.book, flow: document.flow.code };
  return (
    <table className={styles.fields}>
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          <th scope="col">{say('value')}</th>
          <th scope="col">{say('why')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, title, value, origins }) => (
          <tr key={field}>
            <th scope="row">{title?.[reader] ?? fieldName(field, reader)}</th>
            <td className="tz-number">{value}</td>
            <td>
              {origins.map((origin) => (
                <OriginView
                  key={`${origin.by} ${origin.name} ${origin.rule}`}
                  origin={origin}
                  place={place}
                />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What tells one line from the others. */
function lineSum(line: readonly Field[]): string {
  const wanted = line.filter(({ field }) => /sku|name|item|quantity|amount/.test(field)).slice(0, 3);
  return wanted.map(({ value }) => value).join(' · ');
}

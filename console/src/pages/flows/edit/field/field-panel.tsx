import { CloseOutlined, DeleteOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Form } from 'antd';
import { useEffect, useRef } from 'react';
import {
  type FieldOptions,
  type FieldPlace,
  keyOfField,
  mappingAt,
  removeField,
  setField,
} from '#console/pages/flows/draft/fields.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { isAbout } from '#console/pages/flows/edit/problem-places.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { describe } from '#core/trouble/catalogue.ts';
import styles from './field-panel.module.css';
import { SourceOfField } from './source-of-field.tsx';
import { Transform } from './transform.tsx';
import { words } from './words.ts';

/** The field that is chosen on the canvas: where its value comes from and what happens to it on the way. */
export function FieldPanel() {
  const { selected, view, draft } = useEditor();
  if (selected === null || view !== 'mapping' || draft.flow === null) return null;
  const options = mappingAt(draft.flow, selected);
  return <Panel key={keyOfField(selected)} place={selected} options={options} />;
}

function Panel({ place, options }: { readonly place: FieldPlace; readonly options: FieldOptions | null }) {
  const say = useSay(words);
  const reader = language.use();
  const { apply, select } = useEditor();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const key = keyOfField(place);
  const set = (next: FieldOptions) => apply((text) => setField(text, place, next), key);
  const title = fieldTitle(place.field, reader);
  return (
    <section
      className={styles.panel}
      aria-label={say('field', { field: title })}
      onKeyDown={(event) => event.key === 'Escape' && select(null)}
    >
      <Flex align="center" gap={8}>
        <h2 ref={heading} tabIndex={-1}>
          {title} <span className="tz-code tz-faint">{place.field}</span>
        </h2>
        {options === null ? null : (
          <Button
            size="small"
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={say('remove')}
            title={say('remove')}
            onClick={() => apply((text) => removeField(text, place))}
          />
        )}
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={say('close')}
          onClick={() => select(null)}
        />
      </Flex>
      <Troubles at={key} />
      <Form layout="vertical" size="small" className={styles.form}>
        <SourceOfField place={place} options={options ?? {}} set={set} />
        {options === null ? null : <Transform place={place} options={options} set={set} />}
      </Form>
    </section>
  );
}

function Troubles({ at }: { readonly at: string }) {
  const reader = language.use();
  const { draft } = useEditor();
  const own = draft.refusals.filter((refusal) => isAbout(refusal.at, at));
  return own.map(({ code, params = {} }) => {
    const { title, advice } = describe(code, params, reader);
    return <Alert key={code} type="error" showIcon title={title} description={advice} />;
  });
}

import { Form, Input, Segmented, Select, Spin } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { baseOf, type FieldOptions, type FieldPlace } from '#console/pages/flows/draft/fields.ts';
import { exampleAt, showExample } from '#console/pages/flows/draft/sample-fields.ts';
import { absolute, relative, type SourcePath } from '#console/pages/flows/draft/source-path.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { useFormulaOfRecord } from '#console/pages/flows/edit/formula/use-formula-place.ts';
import { shownValue } from '#console/pages/flows/edit/preview/shown-value.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './field-panel.module.css';
import { words } from './words.ts';

const FormulaField = lazy(async () => ({
  default: (await import('#console/pages/flows/edit/formula/formula-field.tsx')).FormulaField,
}));

export interface FieldProps {
  readonly place: FieldPlace;
  readonly options: FieldOptions;
  readonly set: (options: FieldOptions) => void;
}

const KINDS = ['path', 'formula', 'value'] as const;
type Kind = (typeof KINDS)[number];

/** A path, a formula, or a constant, and what the sample gives for it. */
export function SourceOfField({ place, options, set }: FieldProps) {
  const say = useSay(words);
  const given = KINDS.find((kind) => options[kind] !== undefined) ?? 'path';
  const [kind, setKind] = useState<Kind>(given);
  const { path: _, formula: __, value: ___, ...rest } = options;
  const base = useBase(place);
  const formulaPlace = useFormulaOfRecord(base);
  return (
    <>
      <Form.Item label={say('from')}>
        <Segmented<Kind>
          aria-label={say('from')}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: say(value) }))}
        />
      </Form.Item>
      {kind === 'path' ? (
        <PathChoice base={base} value={options.path} choose={(path) => set({ path, ...rest })} />
      ) : null}
      {kind === 'value' ? (
        <Form.Item label={say('value')}>
          <Input
            aria-label={say('value')}
            value={options.value ?? ''}
            onChange={({ target }) => set({ value: target.value, ...rest })}
          />
        </Form.Item>
      ) : null}
      {kind === 'formula' ? (
        <Suspense fallback={<Spin size="small" />}>
          <FormulaField
            place={formulaPlace}
            value={options.formula ?? ''}
            change={(formula) => set({ formula, ...rest })}
          />
        </Suspense>
      ) : null}
      <Live place={place} options={options} base={base} />
    </>
  );
}

function useBase({ document, part }: FieldPlace): SourcePath {
  const { draft } = useEditor();
  return baseOf(draft.flow?.documents[document], part);
}

interface PathProps {
  readonly base: SourcePath;
  readonly value: string | undefined;
  readonly choose: (path: string) => void;
}

function PathChoice({ base, value, choose }: PathProps) {
  const say = useSay(words);
  const { sourceFields } = useEditor();
  const known = sourceFields.flatMap(({ path, name, example, isLeaf }) => {
    const written = isLeaf ? relative(path, base) : null;
    return written === null ? [] : [{ value: written, label: example ? `${name} = ${example}` : name }];
  });
  const isKnown = value === undefined || known.some((one) => one.value === value);
  return (
    <Form.Item label={say('path')}>
      <Select<string>
        aria-label={say('path')}
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? null}
        options={isKnown ? known : [{ value, label: value }, ...known]}
        onChange={choose}
      />
    </Form.Item>
  );
}

/** What stands in the record, and what becomes of it. */
function Live({
  place,
  options,
  base,
}: Pick<FieldProps, 'place' | 'options'> & { readonly base: SourcePath }) {
  const say = useSay(words);
  const { samples, sampleIndex, preview } = useEditor();
  if (samples.length === 0) return null;
  const path = options.path === undefined ? null : absolute(options.path, base);
  const found = path && showExample(exampleAt(samples[sampleIndex], path));
  const becomes = shownValue(preview, place);
  return (
    <p className={styles.live} role="status" aria-label={say('now')}>
      {path === null ? null : (
        <>
          <span className="tz-faint">{say('found')}</span> {found || say('nothing')}{' '}
        </>
      )}
      <span className="tz-faint">{say('becomes')}</span> <strong>{becomes ?? say('nothing')}</strong>
    </p>
  );
}

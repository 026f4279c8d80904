import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { insertAt, removeAt, setAt } from '#console/pages/flows/draft/edit-text.ts';
import { withTitle } from '#console/pages/flows/draft/title-of-check.ts';
import { CommittedInput } from '#console/pages/flows/edit/document/committed-input.tsx';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { useFormulaOfDocument } from '#console/pages/flows/edit/formula/use-formula-place.ts';
import { useFieldOptions } from '#console/pages/flows/edit/template/use-field-options.ts';
import { Panel } from '#console/parts/panel.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { DocumentMapping } from '#core/flows/flow.ts';
import { thingName } from '#core/trouble/thing-names.ts';
import styles from './checks.module.css';
import { EffectChoice } from './effect-choice.tsx';
import { languageWords, words } from './words.ts';

const FormulaField = lazy(async () => ({
  default: (await import('#console/pages/flows/edit/formula/formula-field.tsx')).FormulaField,
}));

type Check = NonNullable<DocumentMapping['checks']>[number];

const CODE = /^[a-z][a-z0-9_]{0,62}$/;
const LANGUAGES = ['zh', 'en', 'ja'] as const;

interface Props {
  readonly document: DocumentMapping;
  readonly index: number;
}

/** The checks a flow has of its own, for one kind of document. */
export function DocumentChecks({ document, index }: Props) {
  const say = useSay(words);
  const reader = language.use();
  const { apply } = useEditor();
  const { kind, checks = [] } = document;
  const list = ['documents', index, 'checks'];
  const codes = new Set(checks.map(({ code }) => code));
  const add = () => {
    const code = ['check', ...checks.map((_, n) => `check_${n + 2}`)].find((one) => !codes.has(one));
    apply((text) => insertAt(text, list, { code, formula: 'true', at: 'number' }));
  };
  return (
    <Panel title={say('ofDocument', { kind: thingName(kind, reader) })} intro={say('ofDocumentText')}>
      {checks.map((check, place) => (
        <CheckEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: a check is its place in the list
          key={place}
          check={check}
          kind={kind}
          place={[...list, place]}
          isOnly={checks.length === 1}
        />
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={add}>
        {say('addCheck')}
      </Button>
    </Panel>
  );
}

interface CheckProps {
  readonly check: Check;
  readonly kind: string;
  readonly place: readonly (string | number)[];
  readonly isOnly: boolean;
}

function CheckEditor({ check, kind, place, isOnly }: CheckProps) {
  const say = useSay(words);
  const { apply } = useEditor();
  const fields = useFieldOptions(kind, 'header');
  const { code, formula, at, effect } = check;
  const formulaPlace = useFormulaOfDocument(kind);
  const set = (key: keyof Check, value: unknown) =>
    apply((text) => setAt(text, [...place, key], value), `${place.join()} ${key}`);
  return (
    <section className={styles.check} aria-label={code}>
      <Form layout="vertical" size="small">
        <div className={styles.row}>
          <Form.Item label={say('code')}>
            <CommittedInput
              label={say('code')}
              value={code}
              pattern={CODE}
              commit={(next) => set('code', next)}
            />
          </Form.Item>
          <Form.Item label={say('at')}>
            <Select<string>
              aria-label={say('at')}
              showSearch={{ optionFilterProp: 'label' }}
              value={at}
              options={fields}
              onChange={(next) => set('at', next)}
            />
          </Form.Item>
          <Form.Item label={say('effect')}>
            <EffectChoice about={code} effect={effect} choose={(next) => set('effect', next)} />
          </Form.Item>
          <Button
            size="small"
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={say('removeCheck', { code })}
            onClick={() => apply((text) => removeAt(text, isOnly ? place.slice(0, -1) : place))}
          />
        </div>
        <Suspense fallback={<Spin size="small" />}>
          <FormulaField
            label={say('formula')}
            empty={say('formulaEmpty')}
            place={formulaPlace}
            value={formula}
            change={(next) => set('formula', next)}
          />
        </Suspense>
        <Titles check={check} place={place} />
      </Form>
    </section>
  );
}

/** What people read instead of the code, in every language. */
function Titles({ check: { title }, place }: Pick<CheckProps, 'check' | 'place'>) {
  const say = useSay(words);
  const sayLanguage = useSay(languageWords);
  const reader = language.use();
  const { apply } = useEditor();
  const at = [...place, 'title'];
  const write = (one: (typeof LANGUAGES)[number], text: string) => {
    const next = withTitle(title, { language: one, text, reader });
    apply((flow) => (next === undefined ? removeAt(flow, at) : setAt(flow, at, next)), `${at.join()} ${one}`);
  };
  return (
    <div className={styles.row}>
      {LANGUAGES.toSorted((a, b) => Number(b === reader) - Number(a === reader)).map((one) => {
        const label = say('says', { language: sayLanguage(one) });
        return (
          <Form.Item key={one} label={label}>
            <Input
              aria-label={label}
              lang={one}
              value={title?.[one] ?? ''}
              onChange={({ target }) => write(one, target.value)}
            />
          </Form.Item>
        );
      })}
    </div>
  );
}

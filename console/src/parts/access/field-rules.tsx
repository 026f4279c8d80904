import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Select } from 'antd';
import { choicesOf } from '#console/words/choices-of.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { listVocabulary } from '#core/documents/vocabulary.ts';
import styles from './access.module.css';
import { type FieldRule, useRuleText } from './field-rule-text.ts';
import { showWords, words } from './words.ts';

interface Changing {
  readonly rule: FieldRule;
  readonly kinds: readonly string[];
  readonly change: (rule: FieldRule | null) => void;
}

/** Rules about fields, as a field of a form; under each stands what it means. */
export function FieldRules(props: {
  readonly kinds: readonly string[];
  readonly value?: readonly FieldRule[];
  readonly onChange?: (value: readonly FieldRule[]) => void;
}) {
  const say = useSay(words);
  const { value: rules = [], onChange } = props;
  const put = (at: number, rule: FieldRule | null) =>
    onChange?.(rules.flatMap((old, i) => (i === at ? (rule ?? []) : old)));
  return (
    <div className={styles.rules}>
      {rules.map((rule, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place while it is being written
        <OneRule key={i} rule={rule} kinds={props.kinds} change={(next) => put(i, next)} />
      ))}
      <div>
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange?.([...rules, { kind: '*', field: '*', show: 'masked' }])}
        >
          {say('addRule')}
        </Button>
      </div>
    </div>
  );
}

function OneRule({ rule, kinds, change }: Changing) {
  const say = useSay(words);
  const reader = language.use();
  const textOf = useRuleText();
  const fields = listVocabulary().map(({ id, title }) => ({ value: id, label: `${title[reader]} ${id}` }));
  return (
    <div className={styles.rule}>
      <AutoComplete
        aria-label={say('kind')}
        value={rule.kind}
        options={[
          { value: '*', label: `${say('everyKind')} *` },
          ...kinds.map((kind) => ({ value: kind, label: kind })),
        ]}
        onChange={(kind: string) => change({ ...rule, kind })}
      />
      <AutoComplete
        aria-label={say('field')}
        value={rule.field}
        options={[{ value: '*', label: `${say('everyField')} *` }, ...fields]}
        showSearch={{ filterOption: (text, option) => isFound(text, option?.label) }}
        popupMatchSelectWidth={false}
        onChange={(field: string) => change({ ...rule, field })}
      />
      <Select
        aria-label={say('show')}
        value={rule.show}
        options={[...choicesOf(showWords, useSay(showWords))]}
        onChange={(show) => change({ ...rule, show: show as FieldRule['show'] })}
      />
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={say('removeRule')}
        onClick={() => change(null)}
      />
      <p className={styles.meaning}>{textOf(rule)}</p>
    </div>
  );
}

/** While the whole field is named, everything is offered. */
function isFound(text: string, label = ''): boolean {
  return text === '*' || label.toLowerCase().includes(text.trim().toLowerCase());
}

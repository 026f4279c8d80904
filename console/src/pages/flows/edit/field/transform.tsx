import { Checkbox, Form, Input, Select } from 'antd';
import type { FieldOptions } from '#console/pages/flows/draft/fields.ts';
import { useSay } from '#console/words/use-say.ts';
import { defaultTypeOf } from '#core/documents/vocabulary.ts';
import type { FieldType } from '#core/flows/flow.ts';
import { CrosswalkChoice } from './crosswalk-choice.tsx';
import { EnumPairs } from './enum-pairs.tsx';
import styles from './field-panel.module.css';
import type { FieldProps } from './source-of-field.tsx';
import { typeWords, words } from './words.ts';

const TYPES = ['text', 'code', 'date', 'datetime', 'amount', 'rate', 'qty', 'int', 'bool'] as const;
const DATE_FORMATS = ['iso', 'YYYY-MM-DD', 'YYYY/M/D', 'YYYYMMDD', 'DD.MM.YYYY', 'excel', 'unix', 'unix-ms'];
const ZONES = ['Asia/Shanghai', 'Asia/Tokyo', 'Asia/Hong_Kong', 'Asia/Singapore', 'UTC', 'Europe/Berlin'];

/** What happens to a value between the record and the document. */
export function Transform({ place, options, set }: FieldProps) {
  const say = useSay(words);
  const type = options.type ?? defaultTypeOf(place.field);
  const isCode = type === 'code' || type === 'text';
  return (
    <>
      {isCode && options.value === undefined ? <CrosswalkChoice options={options} set={set} /> : null}
      <Formats type={type} options={options} set={set} />
      <Form.Item label={say('fallback')}>
        <Input
          aria-label={say('fallback')}
          value={options.default ?? ''}
          onChange={({ target }) => set(withOption(options, 'default', target.value || undefined))}
        />
      </Form.Item>
      <Form.Item>
        <Checkbox
          checked={options.required === true}
          onChange={({ target }) => set({ ...options, required: target.checked })}
        >
          {say('required')}
        </Checkbox>
      </Form.Item>
      <details
        className={styles.more}
        open={options.enum !== undefined || options.type !== undefined || options.negate === true}
      >
        <summary>{say('openSettings')}</summary>
        <TypeChoice place={place} options={options} set={set} />
        {isCode ? <EnumPairs options={options} set={set} /> : null}
        {type === 'amount' || type === 'qty' ? <Signs options={options} set={set} /> : null}
      </details>
    </>
  );
}

/** Without the option where it says nothing. */
function withOption<Key extends keyof FieldOptions>(
  options: FieldOptions,
  key: Key,
  value: FieldOptions[Key],
): FieldOptions {
  return { ...options, [key]: value };
}

type Part = Omit<FieldProps, 'place'>;

function Formats({ type, options, set }: Part & { readonly type: FieldType }) {
  const say = useSay(words);
  const isDate = type === 'date' || type === 'datetime';
  const formats = isDate
    ? DATE_FORMATS
    : type === 'rate'
      ? ['percent']
      : type === 'amount' || type === 'qty'
        ? ['thousands']
        : [];
  if (formats.length === 0) return null;
  return (
    <>
      <Form.Item label={say('format')}>
        <Select<string>
          aria-label={say('format')}
          allowClear
          placeholder={say('formatAuto')}
          value={options.format ?? null}
          options={formats.map((value) => ({ value, label: value }))}
          onChange={(format?: string) => set(withOption(options, 'format', format))}
        />
      </Form.Item>
      {isDate ? (
        <Form.Item label={say('zone')}>
          <Select<string>
            aria-label={say('zone')}
            allowClear
            placeholder={ZONES[0]}
            value={options.zone ?? null}
            options={ZONES.map((value) => ({ value, label: value }))}
            onChange={(zone?: string) => set(withOption(options, 'zone', zone))}
          />
        </Form.Item>
      ) : null}
    </>
  );
}

function TypeChoice({ place, options, set }: FieldProps) {
  const say = useSay(words);
  const sayType = useSay(typeWords);
  return (
    <Form.Item label={say('type')}>
      <Select<FieldType>
        aria-label={say('type')}
        allowClear
        placeholder={say('standardType', { type: sayType(defaultTypeOf(place.field)) })}
        value={options.type ?? null}
        options={TYPES.map((value) => ({ value, label: sayType(value) }))}
        onChange={(type?: FieldType) => set(withOption(options, 'type', type))}
      />
    </Form.Item>
  );
}

function Signs({ options, set }: Part) {
  const say = useSay(words);
  return (
    <Form.Item>
      <Checkbox
        checked={options.unit === 'minor'}
        onChange={({ target }) => set(withOption(options, 'unit', target.checked ? 'minor' : undefined))}
      >
        {say('minor')}
      </Checkbox>
      <Checkbox
        checked={options.negate === true}
        onChange={({ target }) => set({ ...options, negate: target.checked })}
      >
        {say('negate')}
      </Checkbox>
    </Form.Item>
  );
}

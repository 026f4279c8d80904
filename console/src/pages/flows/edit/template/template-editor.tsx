import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, AutoComplete, Button, Flex, Form, Input, Select, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { insertAt, removeAt, setAt } from '#console/pages/flows/draft/edit-text.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { useFormulaOfDocument } from '#console/pages/flows/edit/formula/use-formula-place.ts';
import { isAbout } from '#console/pages/flows/edit/problem-places.ts';
import { Panel } from '#console/parts/panel.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { VoucherTemplate } from '#core/flows/flow.ts';
import { VOUCHER_WORDS } from '#core/ledger/voucher.ts';
import { describe } from '#core/trouble/catalogue.ts';
import { thingName } from '#core/trouble/thing-names.ts';
import styles from './template.module.css';
import { templateFields } from './template-fields.ts';
import { TemplateLineEditor } from './template-line.tsx';
import { useFieldOptions } from './use-field-options.ts';
import { words } from './words.ts';

const FormulaField = lazy(async () => ({
  default: (await import('#console/pages/flows/edit/formula/formula-field.tsx')).FormulaField,
}));

interface Props {
  readonly index: number;
  readonly template: VoucherTemplate;
}

/** One voucher template: what is said of the whole voucher, and its lines. */
export function TemplateEditor({ index, template }: Props) {
  const say = useSay(words);
  const reader = language.use();
  const { apply } = useEditor();
  return (
    <Panel
      title={say('template', { kind: thingName(template.document, reader) })}
      actions={
        <Button
          size="small"
          type="text"
          danger
          icon={<DeleteOutlined />}
          onClick={() => apply((text) => removeAt(text, ['template', index]))}
        >
          {say('removeTemplate')}
        </Button>
      }
    >
      <Head index={index} template={template} />
      <Troubles at={`template[${index}]`} />
      <ol className={styles.lines}>
        {template.lines.map((line, place) => (
          <TemplateLineEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the voucher
            key={place}
            template={index}
            place={place}
            line={line}
            count={template.lines.length}
            kind={template.document}
          />
        ))}
      </ol>
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() =>
          apply((text) =>
            insertAt(text, ['template', index, 'lines'], {
              side: 'debit',
              account: '',
              amount: 'order_total',
            }),
          )
        }
      >
        {say('addLine')}
      </Button>
    </Panel>
  );
}

function Head({ index, template }: Props) {
  const say = useSay(words);
  const reader = language.use();
  const { apply, draft } = useEditor();
  const set = (key: keyof VoucherTemplate, value: unknown) =>
    apply(
      (text) =>
        value === undefined
          ? removeAt(text, ['template', index, key])
          : setAt(text, ['template', index, key], value),
      `template ${index} ${key}`,
    );
  const fields = draft.flow ? [...templateFields(draft.flow, template.document).header.keys()] : [];
  return (
    <Form layout="vertical" size="small" className={styles.head}>
      <Form.Item label={say('word')}>
        <Select<string>
          aria-label={say('word')}
          value={template.word}
          options={VOUCHER_WORDS.map((value) => ({ value, label: value }))}
          onChange={(word) => set('word', word)}
        />
      </Form.Item>
      <Form.Item label={say('summary')}>
        <Input
          aria-label={say('summary')}
          value={template.summary}
          onChange={({ target }) => set('summary', target.value)}
        />
      </Form.Item>
      <Form.Item label={say('summarise')}>
        <Select<string[]>
          mode="multiple"
          aria-label={say('summarise')}
          value={[...(template.summarise ?? [])]}
          options={fields.map((value) => ({ value, label: fieldTitle(value, reader) }))}
          onChange={(given) => set('summarise', given.length > 0 ? given : undefined)}
        />
      </Form.Item>
      <Dating template={template} set={set} />
      <Condition template={template} set={set} />
    </Form>
  );
}

interface HeadPart {
  readonly template: VoucherTemplate;
  readonly set: (key: keyof VoucherTemplate, value: unknown) => void;
}

/** Which day the voucher is of, and by which rates foreign amounts are converted. */
function Dating({ template, set }: HeadPart) {
  const say = useSay(words);
  const { book } = useEditor();
  const dates = useFieldOptions(template.document, 'header', ['date', 'datetime']);
  const types = [...new Set(book.rates.map(({ type }) => type))];
  return (
    <>
      <Form.Item label={say('date')}>
        <Select<string>
          aria-label={say('date')}
          value={template.date ?? ''}
          options={[{ value: '', label: say('dateUsual') }, ...dates]}
          onChange={(date) => set('date', date || undefined)}
        />
      </Form.Item>
      <Form.Item label={say('rateType')}>
        <AutoComplete<string>
          aria-label={say('rateType')}
          placeholder={say('rateTypeUsual')}
          value={template.rateType ?? ''}
          options={types.map((value) => ({ value }))}
          onChange={(type) => set('rateType', type || undefined)}
        />
      </Form.Item>
    </>
  );
}

/** Of several templates of a kind, the first whose condition holds is used. */
function Condition({ template, set }: HeadPart) {
  const say = useSay(words);
  const place = useFormulaOfDocument(template.document);
  return (
    <div className={styles.wide}>
      <Suspense fallback={<Spin size="small" />}>
        <FormulaField
          label={say('when')}
          empty={say('whenAlways')}
          place={place}
          value={template.when ?? ''}
          change={(when) => set('when', when.trim() === '' ? undefined : when)}
        />
      </Suspense>
    </div>
  );
}

function Troubles({ at }: { readonly at: string }) {
  const reader = language.use();
  const { draft } = useEditor();
  const own = draft.refusals.filter((refusal) => isAbout(refusal.at, at)).slice(0, 6);
  return (
    <Flex vertical gap={6}>
      {own.map(({ code, at: place = '', params = {} }) => {
        const { title, advice } = describe(code, { ...params, at: place.slice(at.length + 1) }, reader);
        return <Alert key={`${code} ${place}`} type="error" showIcon title={title} description={advice} />;
      })}
    </Flex>
  );
}

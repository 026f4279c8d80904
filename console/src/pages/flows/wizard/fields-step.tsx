import { EditOutlined } from '@ant-design/icons';
import { Alert, Button, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { handOver, NEW_FLOW_EDITOR } from '#console/pages/flows/draft/hand-over.ts';
import { textOf } from '#console/pages/flows/dry-run/text-of.ts';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { Panel } from '#console/parts/panel.tsx';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { Told } from '#console/parts/told.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { AddNeeds } from './add-needs.tsx';
import type { StepProps } from './new-flow-page.tsx';
import { useFilled, usePreview } from './use-filled.ts';
import { Vouchers } from './vouchers.tsx';
import { words } from './words.ts';

type Preview = Schemas['FlowPreview'];
type Explained = Schemas['ExplainedDocument'];

/** Field by field: what a sample has, and what it becomes. */
export function FieldsStep({ state }: StepProps) {
  const samples = state.template?.samples ?? [];
  const filled = useFilled(state);
  const preview = usePreview(filled.data, samples);
  return (
    <Told of={preview}>
      {(told) => (
        <>
          <Refusals refusals={told.refusals} />
          <AddNeeds state={state} preview={told} />
          <Checked preview={told} source={filled.data ?? ''} samples={samples} />
        </>
      )}
    </Told>
  );
}

/** What keeps the flow from being saved. */
export function Refusals({ refusals }: Pick<Preview, 'refusals'>) {
  const say = useSay(words);
  if (refusals.length === 0) return null;
  const list = (
    <ul className="tz-list">
      {refusals.map(({ code, at, title, advice }) => (
        <li key={`${code}:${at}`}>
          {title} <span className="tz-faint">{advice}</span>
        </li>
      ))}
    </ul>
  );
  return <Alert type="error" showIcon title={say('refused')} description={list} />;
}

interface CheckedProps {
  readonly preview: Preview;
  readonly source: string;
  readonly samples: readonly unknown[];
}

function Checked({ preview, source, samples }: CheckedProps) {
  const say = useSay(words);
  const navigate = useNavigate();
  const [shown, setShown] = useState(0);
  const result = preview.results[shown];
  const open = () => {
    handOver({ text: source, samples });
    void navigate(NEW_FLOW_EDITOR);
  };
  return (
    <Panel
      title={say('fieldsTitle')}
      intro={say('fieldsText', { n: shown + 1 })}
      actions={
        <>
          <Segmented<number>
            aria-label={say('sample')}
            value={shown}
            options={preview.results.map(({ externalId }, i) => ({ value: i, label: externalId }))}
            onChange={setShown}
          />
          <Button icon={<EditOutlined />} onClick={open}>
            {say('openCanvas')}
          </Button>
        </>
      }
    >
      {result?.explained.map((one) => (
        <Fields key={`${one.kind}:${one.place}`} explained={one} />
      ))}
      {result ? <Vouchers drafts={result.drafts} /> : null}
    </Panel>
  );
}

type Field = Explained['fields'][number];

function Fields({ explained }: { readonly explained: Explained }) {
  const say = useSay(words);
  const reader = language.use();
  // Lines repeat the same fields; the first says how they are read.
  const fields = explained.fields.filter(({ at }) => !/\[[1-9]\d*\]/.test(at));
  return (
    <Scrolls label={explained.kind}>
      <Table<Field>
        size="small"
        pagination={false}
        rowKey="at"
        dataSource={fields}
        columns={[
          { key: 'field', title: say('field'), render: (_, { field }) => fieldTitle(field, reader) },
          {
            key: 'from',
            title: say('from'),
            render: (_, { from }) => <span className="tz-code">{from}</span>,
          },
          { key: 'found', title: say('found'), render: (_, { found }) => textOf(found) },
          { key: 'becomes', title: say('becomes'), render: (_, field) => <Becomes field={field} /> },
        ]}
      />
    </Scrolls>
  );
}

function Becomes({ field: { value, findings } }: { readonly field: Field }) {
  const [finding] = findings;
  if (finding) return <span role="alert">{`⚠ ${finding.title}`}</span>;
  return <strong>{value ?? '—'}</strong>;
}

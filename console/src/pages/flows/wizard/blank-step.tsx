import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input, Table } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import { handOver, NEW_FLOW_EDITOR } from '#console/pages/flows/draft/hand-over.ts';
import { fieldTitle } from '#console/pages/flows/edit/field-title.ts';
import { Panel } from '#console/parts/panel.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { formatShare } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { draftOf } from './draft-of-samples.ts';
import { FetchSamples } from './fetch-samples.tsx';
import type { StepProps } from './new-flow-page.tsx';
import { readSamples } from './read-samples.ts';
import styles from './wizard.module.css';
import { words } from './words.ts';

type Suggestion = Schemas['FieldSuggestion'];

const keyOf = ({ scope, path, field }: Suggestion) => `${scope}:${path}:${field}`;

/** A blank flow: what stands in a sample, which of our fields that is likely to be, and on to the canvas. */
export function BlankStep({ state, change }: StepProps) {
  const say = useSay(words);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const samples = readSamples(text);
  const suggest = useMutation({
    mutationFn: (all: readonly unknown[]) =>
      told(api.POST('/api/v1/flows/suggest', { body: { samples: [...all] } })),
  });
  const suggestions = suggest.data?.suggestions ?? [];
  const finish = () => {
    const { code, kind, target, book, connection } = state;
    const begun = { code, kind, target, book: book ?? '', connection: connection ?? '' };
    const taken = suggestions.filter((one) => !dropped.has(keyOf(one)));
    handOver({ text: draftOf(begun, taken), samples: samples ?? [] });
    void navigate(NEW_FLOW_EDITOR);
  };
  const isBad = text.trim() !== '' && samples === null;
  return (
    <>
      <Panel title={say('pasteTitle')} intro={say('pasteText')}>
        <FetchSamples
          connection={state.connection ?? ''}
          kind={state.kind}
          use={(found) => {
            setText(JSON.stringify(found, null, 2));
            suggest.mutate(found);
          }}
        />
        <Input.TextArea
          rows={8}
          aria-label={say('pasteTitle')}
          value={text}
          spellCheck={false}
          status={isBad ? 'error' : ''}
          className="tz-code"
          onChange={(event) => setText(event.target.value)}
        />
        {isBad ? <p role="alert">{say('pasteBad')}</p> : null}
        {suggest.error ? <ProblemView error={suggest.error} /> : null}
        <Button
          style={{ marginBlockStart: 12 }}
          disabled={samples === null}
          loading={suggest.isPending}
          onClick={() => suggest.mutate(samples ?? [])}
        >
          {say('suggest')}
        </Button>
      </Panel>
      {suggest.data ? <Suggestions suggestions={suggestions} dropped={dropped} change={setDropped} /> : null}
      <div className={styles.footer}>
        <Button onClick={() => change({ step: 1 })}>{say('previous')}</Button>
        <Button type="primary" onClick={finish}>
          {say('finishOnCanvas')}
        </Button>
      </div>
    </>
  );
}

function Suggestions(props: {
  readonly suggestions: readonly Suggestion[];
  readonly dropped: ReadonlySet<string>;
  readonly change: (dropped: ReadonlySet<string>) => void;
}) {
  const say = useSay(words);
  const reader = language.use();
  const { suggestions, dropped, change } = props;
  const turn = (key: string, isTaken: boolean) =>
    change(new Set(isTaken ? [...dropped].filter((one) => one !== key) : [...dropped, key]));
  return (
    <Panel title={say('suggestions')} intro={say('suggestionsText')} isFlush>
      <Table<Suggestion>
        size="small"
        pagination={false}
        rowKey={keyOf}
        dataSource={[...suggestions]}
        locale={{ emptyText: say('noSuggestions') }}
        columns={[
          {
            key: 'take',
            width: 48,
            render: (_, one) => (
              <Checkbox
                aria-label={say('accept', { path: one.path })}
                checked={!dropped.has(keyOf(one))}
                onChange={(event) => turn(keyOf(one), event.target.checked)}
              />
            ),
          },
          {
            key: 'path',
            title: say('samplePath'),
            render: (_, { scope, path }) => (
              <span className="tz-code">{scope === '' ? path : `${scope}[].${path}`}</span>
            ),
          },
          { key: 'field', title: say('field'), render: (_, { field }) => fieldTitle(field, reader) },
          {
            key: 'confidence',
            title: say('confidence'),
            align: 'right',
            className: 'tz-number',
            render: (_, { confidence }) => formatShare(confidence, reader),
          },
        ]}
      />
    </Panel>
  );
}

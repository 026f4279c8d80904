import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import {
  addDocument,
  removeDocument,
  renameDocument,
  setEach,
  setLines,
} from '#console/pages/flows/draft/edit-documents.ts';
import { removeAt, setAt } from '#console/pages/flows/draft/edit-text.ts';
import { baseOf } from '#console/pages/flows/draft/fields.ts';
import { relative, type SourcePath } from '#console/pages/flows/draft/source-path.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { useFormulaOfRecord } from '#console/pages/flows/edit/formula/use-formula-place.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { DocumentMapping, Flow } from '#core/flows/flow.ts';
import { thingName } from '#core/trouble/thing-names.ts';
import { CommittedInput } from './committed-input.tsx';
import styles from './document.module.css';
import { words } from './words.ts';

const FormulaField = lazy(async () => ({
  default: (await import('#console/pages/flows/edit/formula/formula-field.tsx')).FormulaField,
}));

const KIND = /^[a-z][a-z0-9_-]{0,62}$/;
const LIST = /^[^\s].{0,200}$|^$/;

/** What a document is, when there is one, for each of what, and whether it has lines. */
export function DocumentSettings() {
  const { draft, document: index } = useEditor();
  const { flow } = draft;
  const document = flow?.documents[index];
  if (flow === null || document === undefined) return null;
  return (
    <details key={index} className={styles.settings} open={Object.keys(document.fields).length === 0}>
      <Summary document={document} />
      <Form layout="vertical" size="small" className={styles.form}>
        <Naming flow={flow} index={index} document={document} />
        <Condition index={index} document={document} />
        <Actions flow={flow} index={index} document={document} />
      </Form>
    </details>
  );
}

interface Props {
  readonly flow: Flow;
  readonly index: number;
  readonly document: DocumentMapping;
}

function Summary({ document: { kind, when, each, lines } }: Pick<Props, 'document'>) {
  const say = useSay(words);
  const reader = language.use();
  const said = [
    thingName(kind, reader),
    each === undefined ? say('oneOfRecord') : say('oneForEach', { list: each }),
    when === undefined ? null : say('onlyWhen', { when }),
    lines === undefined ? say('noLines') : say('linesOf', { list: lines.from }),
  ];
  return (
    <summary>
      <strong>{say('settings')}</strong>{' '}
      <span className="tz-faint">{said.filter((one) => one !== null).join(' · ')}</span>
    </summary>
  );
}

function Naming({ flow, index, document }: Props) {
  const say = useSay(words);
  const { apply } = useEditor();
  const { kind, each, lines } = document;
  return (
    <div className={styles.naming}>
      <Form.Item label={say('kind')} extra={say('kindHelp')}>
        <CommittedInput
          label={say('kind')}
          value={kind}
          pattern={KIND}
          commit={(next) => apply((text) => renameDocument(text, { flow, index, kind: next }))}
        />
      </Form.Item>
      <Form.Item label={say('each')} extra={say('eachHelp')}>
        <CommittedInput
          label={say('each')}
          value={each ?? ''}
          pattern={LIST}
          placeholder={say('oneOfRecord')}
          options={useLists([])}
          commit={(next) => apply((text) => setEach(text, { flow, index, list: next.trim() || undefined }))}
        />
      </Form.Item>
      <Form.Item label={say('lines')} extra={say('linesHelp')}>
        <CommittedInput
          label={say('lines')}
          value={lines?.from ?? ''}
          pattern={LIST}
          placeholder={say('noLines')}
          options={useLists(baseOf(document, 'fields'))}
          commit={(next) => apply((text) => setLines(text, { flow, index, list: next.trim() || undefined }))}
        />
      </Form.Item>
    </div>
  );
}

/** The lists of the samples that can be reached from here without going through another. */
function useLists(base: SourcePath): string[] {
  const { sourceFields } = useEditor();
  const lists = sourceFields.filter(({ type }) => type === 'list').map(({ path }) => relative(path, base));
  return lists.filter((path): path is string => path !== null && !path.includes('['));
}

function Condition({ index, document }: Pick<Props, 'index' | 'document'>) {
  const say = useSay(words);
  const { apply } = useEditor();
  const place = ['documents', index, 'when'];
  const formula = useFormulaOfRecord(baseOf(document, 'fields'));
  return (
    <Suspense fallback={<Spin size="small" />}>
      <FormulaField
        label={say('when')}
        empty={say('whenAlways')}
        place={formula}
        value={document.when ?? ''}
        change={(when) =>
          apply(
            (text) => (when.trim() === '' ? removeAt(text, place) : setAt(text, place, when)),
            place.join(),
          )
        }
      />
    </Suspense>
  );
}

function Actions({ flow, index, document }: Props) {
  const say = useSay(words);
  const reader = language.use();
  const { apply, setDocument } = useEditor();
  return (
    <Flex gap={8} wrap className={styles.actions}>
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => {
          apply((text) => addDocument(text, flow));
          setDocument(flow.documents.length);
        }}
      >
        {say('addDocument')}
      </Button>
      {document.lines === undefined ? null : (
        <Button
          size="small"
          icon={<DeleteOutlined />}
          onClick={() => apply((text) => setLines(text, { flow, index, list: undefined }))}
        >
          {say('removeLines')}
        </Button>
      )}
      <Button
        size="small"
        danger
        icon={<DeleteOutlined />}
        disabled={flow.documents.length === 1}
        title={flow.documents.length === 1 ? say('theLast') : undefined}
        onClick={() => {
          apply((text) => removeDocument(text, flow, index));
          setDocument(Math.max(0, index - 1));
        }}
      >
        {say('removeDocument', { kind: thingName(document.kind, reader) })}
      </Button>
    </Flex>
  );
}

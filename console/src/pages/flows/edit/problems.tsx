import { Alert, Button, Flex } from 'antd';
import type { FieldPlace } from '#console/pages/flows/draft/fields.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { describe } from '#core/trouble/catalogue.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { type Editor, useEditor } from './editor-state.ts';
import { viewOf } from './problem-places.ts';
import { words } from './words.ts';

const SHOWN_MAX = 4;
const DOCUMENT = /^documents\[(\d+)\]/;
const FIELD = /^documents\[(\d+)\]\.(lines\.)?fields\.([A-Za-z0-9_]+)/;

/** Everything that keeps the flow from being saved, each a way to where it stands. */
export function Problems() {
  const say = useSay(words);
  const { draft, view, setView } = useEditor();
  const { unreadable, refusals, flow } = draft;
  if (unreadable !== null) {
    return (
      <Alert
        type="error"
        showIcon
        title={say('unreadable', { line: unreadable.line, column: unreadable.column })}
        description={unreadable.reason}
      />
    );
  }
  if (refusals.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={say('problems', { n: refusals.length })}
      description={
        <Flex vertical align="start" gap={2}>
          <span>{flow === null && view !== 'yaml' ? say('shapeless') : say('problemsText')}</span>
          {refusals.slice(0, SHOWN_MAX).map((refusal) => (
            <Problem key={`${refusal.code} ${refusal.at}`} refusal={refusal} />
          ))}
          {flow === null && view !== 'yaml' ? (
            <Button size="small" onClick={() => setView('yaml')}>
              {say('toYaml')}
            </Button>
          ) : null}
        </Flex>
      }
    />
  );
}

function Problem({ refusal }: { readonly refusal: Refusal }) {
  const reader = language.use();
  const editor = useEditor();
  const { code, at = '', params = {} } = refusal;
  const { title, advice } = describe(code, { ...params, at }, reader);
  return (
    <Button
      type="link"
      size="small"
      style={{ paddingInline: 0, blockSize: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
      title={advice}
      onClick={() => goTo(at, editor)}
    >
      {title}
    </Button>
  );
}

function goTo(at: string, { setView, setDocument, select, draft }: Editor): void {
  const field = FIELD.exec(at);
  if (draft.flow === null || field === null) {
    setView(draft.flow === null ? 'yaml' : viewOf(at));
    const document = DOCUMENT.exec(at)?.[1];
    if (document !== undefined) setDocument(Number(document));
    return;
  }
  const [, document = '0', line, name = ''] = field;
  const place: FieldPlace = { document: Number(document), part: line ? 'lines' : 'fields', field: name };
  setView('mapping');
  setDocument(place.document);
  select(place);
}

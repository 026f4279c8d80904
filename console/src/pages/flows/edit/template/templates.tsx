import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { emptyTemplate } from '#console/pages/flows/draft/edit-documents.ts';
import { insertAt } from '#console/pages/flows/draft/edit-text.ts';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { thingName } from '#core/trouble/thing-names.ts';
import { TemplateEditor } from './template-editor.tsx';
import { words } from './words.ts';

/** How documents become vouchers. */
export function Templates() {
  const say = useSay(words);
  const reader = language.use();
  const { draft, apply } = useEditor();
  const { flow } = draft;
  if (flow === null) return null;
  const kinds = [...new Set(flow.documents.map(({ kind }) => kind))];
  return (
    <Flex vertical gap={14}>
      <p className="tz-faint" style={{ margin: 0 }}>
        {say('intro')}
      </p>
      {flow.template.map((template, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a template is its place in the order
        <TemplateEditor key={index} index={index} template={template} />
      ))}
      <Flex gap={8} wrap>
        {kinds.map((kind) => (
          <Button
            key={kind}
            icon={<PlusOutlined />}
            onClick={() => apply((text) => insertAt(text, ['template'], emptyTemplate(kind)))}
          >
            {say('addTemplate', { kind: thingName(kind, reader) })}
          </Button>
        ))}
      </Flex>
    </Flex>
  );
}

import { Flex } from 'antd';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { BusinessChecks } from './business-checks.tsx';
import { DocumentChecks } from './document-checks.tsx';
import { Targets } from './targets.tsx';

/** What a document must stand before it is posted, and where its voucher goes. */
export function ChecksAndTargets() {
  const { draft } = useEditor();
  const { flow } = draft;
  if (flow === null) return null;
  return (
    <Flex vertical gap={14}>
      {flow.documents.map((document, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document is its place in the flow
        <DocumentChecks key={index} document={document} index={index} />
      ))}
      <BusinessChecks flow={flow} />
      <Targets flow={flow} />
    </Flex>
  );
}

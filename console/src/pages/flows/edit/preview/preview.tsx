import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { Panel } from '#console/parts/panel.tsx';
import { useSay } from '#console/words/use-say.ts';
import { HubCheck } from './hub-check.tsx';
import { PreviewedDocumentView } from './previewed-document.tsx';
import { PreviewedFindings } from './previewed-findings.tsx';
import { PreviewedVoucherView } from './previewed-voucher.tsx';
import { words } from './words.ts';

/** What the sample becomes as the flow stands, worked out in the browser while somebody edits. */
export function Preview() {
  const say = useSay(words);
  const { preview, samples, book } = useEditor();
  if (samples.length === 0 || preview === null) {
    return <Panel title={say('preview')} intro={samples.length === 0 ? say('noSample') : say('notYet')} />;
  }
  const { vouchers, documents, findings, isIgnored } = preview;
  return (
    <Panel title={say('preview')} intro={isIgnored ? say('ignored') : undefined}>
      {vouchers.map((voucher) => (
        <PreviewedVoucherView
          key={`${voucher.draft.date} ${voucher.draft.sourceKinds.join()} ${voucher.debitMinor}`}
          voucher={voucher}
          currency={book.baseCurrency}
        />
      ))}
      {vouchers.length === 0 && !isIgnored ? <p className="tz-faint">{say('noVoucher')}</p> : null}
      <PreviewedFindings findings={findings} />
      {documents.map((document) => (
        <PreviewedDocumentView
          key={`${document.kind} ${String(document.fields.number)}`}
          document={document}
        />
      ))}
      <HubCheck />
    </Panel>
  );
}

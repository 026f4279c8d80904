import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { useMay } from '#console/api/session.ts';
import { useTold } from '#console/api/use-told.ts';
import { useBook, useBookCode } from '#console/pages/books/use-book.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { Page } from '#console/parts/page.tsx';
import { Told } from '#console/parts/told.tsx';
import { useConfirmWithReason } from '#console/parts/use-confirm-with-reason.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './paper.module.css';
import { Papers } from './paper.tsx';
import { PaperTools } from './paper-tools.tsx';
import { useReverse } from './use-reverse.ts';
import { askVoucher, type FullVoucher, voucherKey } from './use-voucher.ts';
import { DeliveriesPanel, DocumentsPanel, ProofPanel } from './voucher-panels.tsx';
import { words } from './words.ts';

/** One voucher as paper, and what stands behind it. */
export function VoucherPage() {
  const book = useBookCode();
  const { voucher: id = '' } = useParams();
  const say = useSay(words);
  const company = useBook(book).data?.name;
  const voucher = useTold(voucherKey(book, id), async () => ({ data: await askVoucher(book, id) }));
  return (
    <Page
      title={voucher.data ? `${company ?? book} · ${voucher.data.label}` : (company ?? book)}
      intro={<BackLink to={`/books/${book}/vouchers`}>{say('back')}</BackLink>}
      actions={
        voucher.data ? (
          <>
            <ReverseButton book={book} voucher={voucher.data} />
            <PaperTools isReady={company !== undefined} />
          </>
        ) : null
      }
    >
      <Told of={voucher}>
        {(told) => (
          <>
            <Twins book={book} voucher={told} />
            <Papers company={company ?? ''} vouchers={[told]} />
            <div className={`${styles.screenOnly} ${styles.panels}`}>
              <DocumentsPanel documents={told.documents} />
              <DeliveriesPanel book={book} voucher={told.id} />
              <ProofPanel voucher={told} />
            </div>
          </>
        )}
      </Told>
    </Page>
  );
}

function ReverseButton({ book, voucher }: { readonly book: string; readonly voucher: FullVoucher }) {
  const say = useSay(words);
  const may = useMay();
  const confirm = useConfirmWithReason();
  const reverse = useReverse(book, voucher);
  if (!may('vouchers:reverse') || voucher.reversedBy !== null || voucher.kind === 'reversal') return null;
  const ask = async () => {
    const note = await confirm({
      title: say('reverseTitle', { label: voucher.label }),
      text: say('reverseText'),
      action: say('reverse'),
      isDangerous: true,
    });
    if (note !== null) reverse.mutate({ note });
  };
  return (
    <Button danger loading={reverse.isPending} onClick={() => void ask()}>
      {say('reverse')}
    </Button>
  );
}

/** The voucher it takes back, or the one that takes it back. */
function Twins({ book, voucher }: { readonly book: string; readonly voucher: FullVoucher }) {
  const say = useSay(words);
  const { reverses, reversesLabel, reversedBy, reversedByLabel } = voucher;
  const twin = reverses ?? reversedBy;
  if (twin === null) return null;
  return (
    <Alert
      className={styles.screenOnly}
      type={reverses === null ? 'warning' : 'error'}
      showIcon
      title={
        <>
          {say(reverses === null ? 'isReversed' : 'isReversal')}{' '}
          <Link to={`/books/${book}/vouchers/${twin}`}>{reversesLabel ?? reversedByLabel ?? twin}</Link>
        </>
      }
    />
  );
}

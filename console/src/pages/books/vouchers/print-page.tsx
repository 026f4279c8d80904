import { PrinterOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useBook, useBookCode } from '#console/pages/books/use-book.ts';
import { words as shared } from '#console/pages/books/words.ts';
import { BackLink } from '#console/parts/back-link.tsx';
import { EmptyState } from '#console/parts/empty-state.tsx';
import { Page } from '#console/parts/page.tsx';
import { ProblemView } from '#console/parts/problem-view.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './paper.module.css';
import { Papers } from './paper.tsx';
import { sheetsOf } from './paper-lines.ts';
import { PaperTools } from './paper-tools.tsx';
import { askVoucher, voucherKey } from './use-voucher.ts';
import { words } from './words.ts';

/** As many as a page of the list can hold. */
const PRINTED_MAX = 200;

/** The vouchers chosen in the list, one sheet after the other, to be printed. */
export function PrintPage() {
  const book = useBookCode();
  const say = useSay(words);
  const sayShared = useSay(shared);
  const [search] = useSearchParams();
  const asked = (search.get('vouchers') ?? '').split(',').filter((id) => /^\d{1,18}$/.test(id));
  const ids = asked.slice(0, PRINTED_MAX);
  const company = useBook(book).data?.name;
  const vouchers = useQueries({
    queries: ids.map((id) => ({ queryKey: voucherKey(book, id), queryFn: () => askVoucher(book, id) })),
  });
  const told = vouchers.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const trouble = vouchers.find(({ isError }) => isError);
  const isReady = told.length === ids.length && company !== undefined && ids.length > 0;
  const papers = told.reduce((sum, { lines }) => sum + sheetsOf(lines).length, 0);
  return (
    <Page
      title={sayShared('print')}
      intro={<BackLink to={`/books/${book}/vouchers`}>{say('back')}</BackLink>}
      actions={<PaperTools isReady={isReady} />}
    >
      {ids.length === 0 ? <NothingToPrint book={book} /> : null}
      {trouble ? <ProblemView error={trouble.error} retry={() => void trouble.refetch()} /> : null}
      {asked.length > PRINTED_MAX ? (
        <Alert
          className={styles.screenOnly}
          type="warning"
          showIcon
          title={say('tooMany', { max: PRINTED_MAX })}
        />
      ) : null}
      <p className={`tz-faint ${styles.screenOnly}`} role="status">
        {isReady
          ? say('ready', { n: told.length, papers })
          : ids.length > 0 && say('preparing', { n: told.length, all: ids.length })}
      </p>
      {isReady ? <Papers company={company} vouchers={told} /> : null}
    </Page>
  );
}

function NothingToPrint({ book }: { readonly book: string }) {
  const say = useSay(words);
  return (
    <EmptyState
      icon={<PrinterOutlined />}
      title={say('nothingToPrint')}
      action={<Link to={`/books/${book}/vouchers`}>{say('back')}</Link>}
    >
      {say('nothingToPrintText')}
    </EmptyState>
  );
}

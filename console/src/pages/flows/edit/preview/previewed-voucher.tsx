import { CheckCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useEditor } from '#console/pages/flows/edit/editor-state.ts';
import { Money } from '#console/parts/money.tsx';
import { numbered } from '#console/parts/numbered.ts';
import { useDimensionName } from '#console/parts/tracing/use-dimension-name.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import type { VoucherLine } from '#core/ledger/voucher.ts';
import { formatAmount } from '#core/money/amount.ts';
import styles from './preview.module.css';
import type { PreviewedVoucher } from './preview-record.ts';
import { words } from './words.ts';

interface Props {
  readonly voucher: PreviewedVoucher;
  readonly currency: string;
}

/** The voucher as it would be posted, and whether it balances. */
export function PreviewedVoucherView({ voucher, currency }: Props) {
  const say = useSay(words);
  const { draft, debitMinor, creditMinor } = voucher;
  return (
    <section className={styles.block}>
      <h3>
        {say('voucher', { word: draft.word, date: draft.date })}
        <Balance difference={debitMinor - creditMinor} currency={currency} />
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{`${say('summary')} / ${say('account')}`}</th>
            <th className={styles.amount}>{say('debit')}</th>
            <th className={styles.amount}>{say('credit')}</th>
          </tr>
        </thead>
        <tbody>
          {numbered(draft.lines).map(({ no, one }) => (
            <Line key={no} line={one} currency={currency} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{say('total')}</td>
            <Amount minor={debitMinor} currency={currency} isTotal />
            <Amount minor={creditMinor} currency={currency} isTotal />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Balance({ difference, currency }: { readonly difference: bigint; readonly currency: string }) {
  const say = useSay(words);
  if (difference === 0n) {
    return (
      <span className={styles.good} role="status">
        <CheckCircleOutlined aria-hidden /> {say('balanced')}
      </span>
    );
  }
  return (
    <span className={styles.bad} role="status">
      <ExclamationCircleOutlined aria-hidden />{' '}
      {say('unbalanced', { difference: formatAmount(difference, currency) })}
    </span>
  );
}

function Line({ line, currency }: { readonly line: VoucherLine; readonly currency: string }) {
  const reader = language.use();
  const { book, setView } = useEditor();
  const name = book.accounts.get(line.account)?.name[reader] ?? '';
  const nameOf = useDimensionName();
  const dimensions = Object.entries(line.dimensions).map(([one, code]) => `${nameOf(one)} ${code}`);
  return (
    <tr>
      <td>
        <button type="button" className={styles.line} onClick={() => setView('template')}>
          <span className="tz-code">{line.account}</span> {name}
          {dimensions.length > 0 ? <span className={styles.small}> {dimensions.join(' · ')}</span> : null}
          <span className={styles.small}> {line.summary}</span>
        </button>
      </td>
      <Amount minor={line.debitMinor} currency={currency} />
      <Amount minor={line.creditMinor} currency={currency} />
    </tr>
  );
}

interface AmountProps {
  readonly minor: bigint;
  readonly currency: string;
  readonly isTotal?: boolean;
}

function Amount({ minor, currency, isTotal = false }: AmountProps) {
  return (
    <td className={styles.amount}>
      {minor === 0n && !isTotal ? null : <Money amount={formatAmount(minor, currency)} />}
    </td>
  );
}

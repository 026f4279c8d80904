import type { ReactNode } from 'react';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { groupDigits } from '#console/words/format.ts';
import { useSay } from '#console/words/use-say.ts';
import { sumAmounts } from './sum-amounts.ts';
import styles from './tracing.module.css';
import { words } from './words.ts';

interface EntryLine {
  readonly key: string;
  readonly summary: string;
  readonly account: string;
  readonly accountName: string | null;
  /** Dimensions, the template line: whatever says more about the line. */
  readonly more?: ReactNode;
  readonly debit: string | null;
  readonly credit: string | null;
}

/** The lines of a voucher as bookkeepers read them, with their sums. */
export function EntryLines({
  label,
  lines,
}: {
  readonly label: string;
  readonly lines: readonly EntryLine[];
}) {
  const say = useSay(words);
  return (
    <Scrolls className={styles.entryFrame} label={label}>
      <table className={styles.entry}>
        <thead>
          <tr>
            <th scope="col">{say('summary')}</th>
            <th scope="col">{say('account')}</th>
            <th scope="col">{say('debit')}</th>
            <th scope="col">{say('credit')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td>{line.summary}</td>
              <td>
                <span className="tz-number">{line.account}</span> {line.accountName}
                {line.more ? <div className={styles.more}>{line.more}</div> : null}
              </td>
              <Side side={say('debit')} amount={line.debit} />
              <Side side={say('credit')} amount={line.credit} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {say('total')}
            </th>
            <Side side={say('debit')} amount={sumAmounts(lines.map(({ debit }) => debit))} />
            <Side side={say('credit')} amount={sumAmounts(lines.map(({ credit }) => credit))} />
          </tr>
        </tfoot>
      </table>
    </Scrolls>
  );
}

/** Red is a red-letter amount; its minus says so as well. */
function Side({ side, amount }: { readonly side: string; readonly amount: string | null }) {
  const isNothing = amount === null || /^-?0+(\.0+)?$/.test(amount);
  return (
    <td className="tz-number" data-side={side} data-negative={amount?.startsWith('-') || undefined}>
      {isNothing ? '' : groupDigits(amount)}
    </td>
  );
}

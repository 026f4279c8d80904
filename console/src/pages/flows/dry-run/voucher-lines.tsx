import type { Schemas } from '#console/api/paths.ts';
import { Money } from '#console/parts/money.tsx';
import { numbered } from '#console/parts/numbered.ts';
import { useDimensionName } from '#console/parts/tracing/use-dimension-name.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './dry-run.module.css';
import { words } from './words.ts';

type Line = Schemas['VoucherLine'];

/** The lines of a voucher that is not posted (yet). */
export function VoucherLines({
  title,
  lines,
  total,
}: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly total?: string;
}) {
  const say = useSay(words);
  return (
    <table className={styles.voucher}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say('summary')}</th>
          <th scope="col">{say('account')}</th>
          <th scope="col" className={styles.amount}>
            {say('debit')}
          </th>
          <th scope="col" className={styles.amount}>
            {say('credit')}
          </th>
        </tr>
      </thead>
      <tbody>
        {numbered(lines).map(({ no, one }) => (
          <OneLine key={no} line={one} />
        ))}
      </tbody>
      {total === undefined ? null : (
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {say('total')}
            </th>
            <td className={styles.amount}>
              <Money amount={total} />
            </td>
            <td className={styles.amount}>
              <Money amount={total} />
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function OneLine({ line: { summary, account, dimensions, debit, credit } }: { readonly line: Line }) {
  const nameOf = useDimensionName();
  const carried = Object.entries(dimensions).map(([dimension, code]) => `${nameOf(dimension)} ${code}`);
  return (
    <tr>
      <td>{summary}</td>
      <td>
        <span className="tz-code">{account}</span> <span className="tz-faint">{carried.join(' · ')}</span>
      </td>
      <td className={styles.amount}>{isZero(debit) ? null : <Money amount={debit} />}</td>
      <td className={styles.amount}>{isZero(credit) ? null : <Money amount={credit} />}</td>
    </tr>
  );
}

function isZero(amount: string): boolean {
  return /^-?0(\.0+)?$/.test(amount);
}

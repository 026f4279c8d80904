import { numbered } from '#console/parts/numbered.ts';
import { groupDigits } from '#console/words/format.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './paper.module.css';
import { digitsOf, isRed, onPaper } from './paper-lines.ts';
import { paperLook } from './paper-look.ts';
import { paperWords } from './words.ts';

/** The head of an amount column, with the places of its digits where they have boxes. */
export function PaperHead({ title }: { readonly title: string }) {
  const say = useSay(paperWords);
  const look = paperLook.use();
  return (
    <th scope="col" className={styles.amount}>
      {title}
      {look === 'plain' ? null : (
        <span className={styles.grid} aria-hidden>
          {numbered([...say('places')]).map(({ no, one }) => (
            <span key={no}>{one}</span>
          ))}
        </span>
      )}
    </th>
  );
}

/** An amount in its column: red with a minus where it takes back; on a total with the sign of the currency before it. */
export function PaperAmount(props: {
  readonly amount: string;
  readonly currency: string;
  readonly isTotal?: boolean;
  /** The side, for narrow screens, where the columns have no heads. */
  readonly label?: string;
}) {
  const look = paperLook.use();
  const { currency, isTotal = false } = props;
  const amount = isTotal ? props.amount : onPaper(props.amount);
  const digits = look === 'grid' ? digitsOf(amount === '' ? '0.00' : amount, currency) : null;
  const red = isRed(amount) || undefined;
  const label = amount === '' ? undefined : props.label;
  if (digits === null) {
    return (
      <td className={styles.amount} data-red={red} data-label={label}>
        <span className={styles.plain}>{groupDigits(amount)}</span>
      </td>
    );
  }
  const first = digits.findIndex((digit) => digit !== '');
  const sign = `${isTotal && currency === 'CNY' ? '¥' : ''}${red ? '-' : ''}`;
  return (
    <td className={styles.amount} data-red={red} data-label={label}>
      <span className={styles.spoken}>{groupDigits(amount)}</span>
      <span className={styles.grid} aria-hidden>
        {numbered(digits).map(({ no, one }) => (
          <span key={no}>{no === first ? sign : one}</span>
        ))}
      </span>
    </td>
  );
}

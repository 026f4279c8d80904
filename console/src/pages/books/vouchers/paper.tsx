import type { Schemas } from '#console/api/paths.ts';
import { DimensionText } from '#console/pages/books/dimension-text.tsx';
import { numbered } from '#console/parts/numbered.ts';
import { Scrolls } from '#console/parts/scrolls.tsx';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { VOUCHER_WORDS } from '#core/ledger/voucher.ts';
import styles from './paper.module.css';
import { PaperAmount, PaperHead } from './paper-amount.tsx';
import { capitalsOf, LINES_PER_SHEET, sheetsOf, sumOf } from './paper-lines.ts';
import { paperLook, paperSize } from './paper-look.ts';
import { paperWords } from './words.ts';

type Voucher = Schemas['VoucherWithDocuments'];
type Line = Voucher['lines'][number];

interface SheetProps {
  readonly company: string;
  readonly voucher: Voucher;
  readonly lines: readonly Line[];
  readonly no: number;
  readonly sheets: number;
}

/** Vouchers as they lie in the binder, one sheet after the other; printed without anything around them. */
export function Papers(props: { readonly company: string; readonly vouchers: readonly Voucher[] }) {
  const look = paperLook.use();
  const size = paperSize.use();
  return (
    <div className={styles.papers} data-look={look} data-size={size}>
      {props.vouchers.flatMap((voucher) => {
        const sheets = sheetsOf(voucher.lines);
        return numbered(sheets).map(({ no, one: lines }) => (
          <Sheet
            key={`${voucher.id}-${no}`}
            company={props.company}
            voucher={voucher}
            lines={lines}
            no={no}
            sheets={sheets.length}
          />
        ));
      })}
    </div>
  );
}

function Sheet(props: SheetProps) {
  const say = useSay(paperWords);
  const { voucher, lines } = props;
  const blanks = Array.from({ length: LINES_PER_SHEET - lines.length }, (_, i) => i);
  return (
    <article className={styles.sheet} aria-label={`${titleOf(voucher, say)} ${voucher.label}`}>
      <Head {...props} />
      <Scrolls className={styles.scroller} label={voucher.label}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{say('summary')}</th>
              <th scope="col">{say('general')}</th>
              <th scope="col">{say('detail')}</th>
              <PaperHead title={say('debit')} />
              <PaperHead title={say('credit')} />
            </tr>
          </thead>
          <tbody>
            {numbered(lines).map(({ no, one }) => (
              <LineRow key={no} line={one} voucher={voucher} />
            ))}
            {blanks.map((i) => (
              <tr key={`blank-${i}`} aria-hidden>
                <td />
                <td />
                <td />
                <PaperAmount amount="" currency={voucher.currency} />
                <PaperAmount amount="" currency={voucher.currency} />
              </tr>
            ))}
            <TotalRow {...props} />
          </tbody>
        </table>
      </Scrolls>
      <Signatures voucher={voucher} />
    </article>
  );
}

type SayPaper = ReturnType<typeof useSay<typeof paperWords>>;

const WORDS: readonly string[] = VOUCHER_WORDS;
/** In the order of the words they belong to. */
const TITLES = ['journal', 'receipt', 'payment', 'transfer'] as const;

function titleOf({ word }: Voucher, say: SayPaper): string {
  return say(TITLES[WORDS.indexOf(word)] ?? 'journal');
}

function Head({ company, voucher, no, sheets }: SheetProps) {
  const say = useSay(paperWords);
  const [y = '', m = '', d = ''] = voucher.date.split('-');
  return (
    <header className={styles.head}>
      <span className={styles.company}>{company}</span>
      <h2 className={styles.title}>{titleOf(voucher, say)}</h2>
      <span className={styles.number}>
        {say('number', { word: voucher.word, number: String(voucher.number) })}
        {sheets > 1 ? say('sheet', { n: String(no), all: String(sheets) }) : null}
      </span>
      <span className={styles.date}>{say('date', { y, m, d })}</span>
      <span className={styles.attached}>{say('attached', { n: String(voucher.attachmentCount) })}</span>
    </header>
  );
}

function LineRow({ line, voucher }: { readonly line: Line; readonly voucher: Voucher }) {
  const say = useSay(paperWords);
  const reader = language.use();
  const [top, ...below] = voucher.names.accounts[line.account] ?? [];
  const isForeign = line.currency !== voucher.currency;
  return (
    <tr>
      <td>{line.summary}</td>
      <td>
        <span className={styles.code}>{top?.code ?? line.account}</span> {top?.name[reader]}
      </td>
      <td>
        {below.map(({ name }) => name[reader]).join(' / ')}{' '}
        <DimensionText dimensions={line.dimensions} names={voucher.names} />
        {isForeign ? ` ${line.currency} ${line.amount} ${say('rate', { rate: line.rate })}` : null}
        {line.quantity === null ? null : ` ${say('quantity', { n: line.quantity })}`}
      </td>
      <PaperAmount amount={line.debit} currency={voucher.currency} label={say('debit')} />
      <PaperAmount amount={line.credit} currency={voucher.currency} label={say('credit')} />
    </tr>
  );
}

/** The total stands on the last sheet; the others say that there is more. */
function TotalRow({ voucher, no, sheets }: SheetProps) {
  const say = useSay(paperWords);
  const isLast = no === sheets;
  const debit = sumOf(voucher.lines, 'debit');
  const capitals = capitalsOf(debit, voucher.currency);
  return (
    <tr className={styles.total}>
      <th colSpan={3} scope="row" data-red={debit.startsWith('-') || undefined}>
        {isLast ? `${say('total')}${capitals === '' ? '' : `　${capitals}`}` : say('carried')}
      </th>
      <PaperAmount amount={isLast ? debit : ''} currency={voucher.currency} label={say('debit')} isTotal />
      <PaperAmount
        amount={isLast ? sumOf(voucher.lines, 'credit') : ''}
        currency={voucher.currency}
        label={say('credit')}
        isTotal
      />
    </tr>
  );
}

function Signatures({ voucher }: { readonly voucher: Voucher }) {
  const say = useSay(paperWords);
  return (
    <footer className={styles.signatures}>
      {(
        [
          ['chief', ''],
          ['bookkeeper', voucher.posting.by],
          ['reviewer', voucher.reviewedBy ?? ''],
          ['cashier', ''],
          ['preparer', voucher.preparedBy],
        ] as const
      ).map(([role, name]) => (
        <span key={role}>
          {say(role)}
          <span className={styles.name}>{name}</span>
        </span>
      ))}
    </footer>
  );
}

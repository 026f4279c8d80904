import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { useActorText } from '#console/parts/actors/use-actor-text.ts';
import { DateTime } from '#console/parts/date-time.tsx';
import { Facts } from '#console/parts/facts.tsx';
import { EntryLines } from '#console/parts/tracing/entry-lines.tsx';
import { fieldName } from '#console/parts/tracing/field-name.ts';
import { useDimensionName } from '#console/parts/tracing/use-dimension-name.ts';
import { language } from '#console/words/language.ts';
import type { Say } from '#console/words/say.ts';
import { useSay } from '#console/words/use-say.ts';
import styles from './records.module.css';
import { voucherAddress } from './road.ts';
import { Step } from './step.tsx';
import { words } from './words.ts';

type Voucher = Schemas['TracedVoucher'];
type Line = Schemas['TracedLine'];

interface VoucherOf {
  readonly book: string;
  readonly voucher: Voucher;
}

/** The voucher with the reason for every line. */
export function EntryStep({
  book,
  voucher,
  isReversal = false,
}: VoucherOf & { readonly isReversal?: boolean }) {
  const say = useSay(words);
  const reader = language.use();
  const { label, date, lines, documents } = voucher;
  return (
    <Step
      title={isReversal ? say('redLetter') : say('entry')}
      isOpen
      tone={isReversal ? 'bad' : 'good'}
      sum={say('entrySum', { label, date, n: lines.length })}
    >
      <p className={styles.note}>
        <Link to={voucherAddress(book, voucher.id)}>{say('openVoucher')}</Link>{' '}
        {documents > 1 ? say('entryOfMany', { n: documents }) : null}
      </p>
      <EntryLines
        label={label}
        lines={lines.map((line) => ({
          key: String(line.no),
          summary: line.summary,
          account: line.account,
          accountName: line.accountName?.[reader] ?? null,
          more: <LineReason line={line} />,
          debit: line.debit,
          credit: line.credit,
        }))}
      />
    </Step>
  );
}

function LineReason({ line }: { readonly line: Line }) {
  const say = useSay(words);
  const reader = language.use();
  const nameOfDimension = useDimensionName();
  const name = (field: string) => fieldName(field, reader);
  return (
    <>
      {line.dimensions.map(({ dimension, code, name: title, field }) => (
        <span key={dimension}>
          {field === null ? nameOfDimension(dimension) : name(field)} {code} {title}
        </span>
      ))}
      {line.template ? <span>{templateText(line.template, say, name)}</span> : null}
    </>
  );
}

function templateText(
  { no, line }: NonNullable<Line['template']>,
  say: Say<typeof words>,
  name: (field: string) => string,
): string {
  const { amount, tax, allocateBy } = line;
  const isNegated = amount.startsWith('-');
  const shown = `${isNegated ? '−' : ''}${name(isNegated ? amount.slice(1) : amount)}`;
  const share = allocateBy === undefined ? '' : say('sharedBy', { field: name(allocateBy) });
  const part = tax === undefined ? '' : say(tax.part === 'net' ? 'netOf' : 'taxOf', { rate: name(tax.rate) });
  return `${say('templateLine', { no, amount: shown })}${share}${part}`;
}

const HASH_SHOWN = 12;

/** Who posted it and when, and the hashes that prove it unchanged. */
export function SealedStep({ voucher }: { readonly voucher: Voucher }) {
  const say = useSay(words);
  const actorText = useActorText();
  const { posting, sha256, postedAt, postedBy } = voucher;
  const hash = (text: string) => (
    <code key={text} className={styles.hash}>
      {text}
    </code>
  );
  return (
    <Step title={say('sealed')} sum={say('sealedSum', { id: posting.id, hash: sha256.slice(0, HASH_SHOWN) })}>
      <Facts
        of={[
          [say('postedAt'), <DateTime key="at" at={postedAt} />],
          [say('postedBy'), actorText(postedBy)],
          [say('voucherHash'), hash(sha256)],
          [say('batchHash'), hash(posting.sha256)],
        ]}
      />
      <p className="tz-faint">{say('sealedText')}</p>
    </Step>
  );
}

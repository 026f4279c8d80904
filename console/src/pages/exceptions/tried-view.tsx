import type { Schemas } from '#console/api/paths.ts';
import { StateTag, type Tone } from '#console/parts/state-tag.tsx';
import { EntryLines } from '#console/parts/tracing/entry-lines.tsx';
import { FindingItem } from '#console/parts/tracing/finding-item.tsx';
import { useSay } from '#console/words/use-say.ts';
import styles from './exceptions.module.css';
import { words } from './words.ts';

type Tried = Schemas['Tried'];

const SAID: Readonly<Record<Tried['outcome'], readonly [Tone, 'wouldPost' | 'wouldHold' | 'wouldIgnore']>> = {
  posted: ['good', 'wouldPost'],
  held: ['warn', 'wouldHold'],
  ignored: ['quiet', 'wouldIgnore'],
};

/** What would become of a record: its voucher, or what would still be wrong. */
export function TriedView({ title, tried }: { readonly title: string; readonly tried: Tried }) {
  const say = useSay(words);
  const [tone, word] = SAID[tried.outcome];
  return (
    <section className={styles.tried}>
      <h3 className={styles.subtitle}>
        {title} <StateTag tone={tone}>{say(word)}</StateTag>
      </h3>
      {tried.vouchers.map((voucher) => (
        <EntryLines
          key={voucher.id}
          label={title}
          lines={voucher.lines.map((line, i) => ({
            key: String(i),
            summary: line.summary,
            account: line.account,
            accountName: null,
            more: Object.values(line.dimensions).join(' · '),
            debit: line.debit,
            credit: line.credit,
          }))}
        />
      ))}
      {tried.findings.map((finding) => (
        <FindingItem key={`${finding.code} ${finding.at}`} finding={finding} />
      ))}
    </section>
  );
}

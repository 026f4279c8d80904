import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { formatAgo, formatNumber, formatShare, groupDigits } from '#console/words/format.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { pageOf } from './drill.ts';
import styles from './overview.module.css';
import { words } from './words.ts';

type Overview = Schemas['Overview'];
type Amount = Overview['figures']['posted']['amounts'][number];

/** The four numbers that say how it goes, each a link to what it counts. */
export function Headlines({ overview }: { readonly overview: Overview }) {
  const say = useSay(words);
  const reader = language.use();
  const { received, posted, held, ignored, delivered, writtenBack } = overview.figures;
  const { exceptions } = overview.now;
  const rate = overview.successRate;
  const share = rate === null ? '—' : formatShare(rate, reader);
  const oldest = exceptions.oldestAt && formatAgo(exceptions.oldestAt, new Date(), reader);
  return (
    <div className={styles.headlines}>
      <Headline label={say('received')} count={received.count} to={received.list} tone="received">
        {ignored.count > 0 ? say('ignored', { n: ignored.count }) : null}
      </Headline>
      <Headline label={say('posted')} count={posted.count} to={posted.list} tone="posted">
        {[say('successRate', { share }), ...posted.amounts.map(amountText)].join(' · ')}
      </Headline>
      <Headline
        label={say('openExceptions')}
        count={exceptions.count}
        to={exceptions.list}
        tone={exceptions.count > 0 ? 'held' : 'posted'}
      >
        {[
          ...(exceptions.count === 0 ? [say('nothingOpen')] : []),
          ...(oldest ? [say('oldest', { ago: oldest })] : []),
          ...(exceptions.amounts.length > 0
            ? [say('atStake', { amount: exceptions.amounts.map(amountText).join(' + ') })]
            : []),
          ...(held.count > exceptions.count ? [say('heldTimes', { n: held.count })] : []),
        ].join(' · ')}
      </Headline>
      <Headline label={say('delivered')} count={delivered.count} to={delivered.list} tone="delivered">
        {writtenBack.count > 0 ? say('writtenBack', { n: writtenBack.count }) : null}
      </Headline>
    </div>
  );
}

function Headline(props: {
  readonly label: string;
  readonly count: number;
  readonly to: string;
  readonly tone: 'received' | 'posted' | 'held' | 'delivered';
  readonly children: ReactNode;
}) {
  const reader = language.use();
  return (
    <Link to={pageOf(props.to)} className={styles.headline} data-tone={props.tone}>
      <span className={styles.label}>{props.label}</span>
      <span className={styles.count}>{formatNumber(props.count, reader)}</span>
      <span className={styles.note}>{props.children}</span>
    </Link>
  );
}

function amountText({ currency, amount }: Amount): string {
  return `${currency} ${groupDigits(amount)}`;
}

import { Button, Flex } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '#console/api/paths.ts';
import { useMay } from '#console/api/session.ts';
import { fieldName } from '#console/parts/tracing/field-name.ts';
import { language } from '#console/words/language.ts';
import { useSay } from '#console/words/use-say.ts';
import { CrosswalkRepair } from './crosswalk-repair.tsx';
import styles from './exceptions.module.css';
import { DimensionRepair, RateRepair } from './master-repairs.tsx';
import { useClosing } from './use-closing.ts';
import type { Fixing } from './use-fixing.ts';
import { repairWords, words } from './words.ts';

type Repair = Schemas['Repair'];

export interface Repairing {
  readonly exception: Schemas['Exception'];
  readonly fixing: Fixing;
  readonly repair: Repair;
}

/** The ways out of one finding, the likeliest first; those one may not take are only named. */
export function Repairs(props: Omit<Repairing, 'repair'> & { readonly repairs: readonly Repair[] }) {
  const say = useSay(words);
  const sayKind = useSay(repairWords);
  const may = useMay();
  const { repairs, ...others } = props;
  const allowed = repairs.filter(({ request }) => may(permissionOf(request.permission)));
  const barred = repairs.filter((repair) => !allowed.includes(repair)).map(({ kind }) => sayKind(kind));
  return (
    <>
      {repairs.length === 0 ? <p className="tz-faint">{say('noWayOut')}</p> : null}
      {allowed.length === 0 ? null : (
        <ul className={styles.repairs} aria-label={say('wayOut')}>
          {allowed.map((repair) => (
            <li key={repair.kind}>
              <OneRepair {...others} repair={repair} />
            </li>
          ))}
        </ul>
      )}
      {barred.length === 0 ? null : (
        <p className="tz-faint">{say('notYours', { ways: barred.join('、') })}</p>
      )}
    </>
  );
}

/** Names of permissions come as text; one that is none is granted to nobody. */
function permissionOf(name: string) {
  return name as Parameters<ReturnType<typeof useMay>>[0];
}

function OneRepair(props: Repairing) {
  const say = useSay(words);
  const reader = language.use();
  const { repair, exception } = props;
  const book = `/books/${encodeURIComponent(exception.book)}`;
  switch (repair.kind) {
    case 'crosswalk':
      return <CrosswalkRepair {...props} />;
    case 'dimension-value':
      return <DimensionRepair {...props} />;
    case 'rate':
      return <RateRepair {...props} />;
    case 'account':
      return (
        <Way text={say('fixAccount', { account: repair.account ?? '' })}>
          <Link to={`${book}/accounts`}>{say('openAccounts')}</Link>
        </Way>
      );
    case 'period':
      return (
        <Way text={say('fixPeriod', { period: repair.period ?? '' })}>
          <Link to={`${book}/periods`}>{say('openPeriods')}</Link>
        </Way>
      );
    case 'year':
      return (
        <Way text={say('fixYear', { date: repair.date ?? '' })}>
          <Link to={`${book}/periods`}>{say('openPeriods')}</Link>
        </Way>
      );
    case 'flow':
      return (
        <Way text={say('fixFlow')}>
          <Link to={`/flows/${encodeURIComponent(exception.flow ?? '')}`}>{say('openFlow')}</Link>
        </Way>
      );
    case 'correct':
      return (
        <Way text={say('fixCorrect', { field: fieldName(repair.place ?? '', reader) })}>
          <a href="#correction">{say('toCorrection')}</a>
        </Way>
      );
    default:
      return <Closing {...props} kind={repair.kind} />;
  }
}

/** Letting it pass, or closing it for good. */
function Closing({ exception, fixing, kind }: Repairing & { readonly kind: 'release' | 'dismiss' }) {
  const say = useSay(words);
  const { ask, isPending } = useClosing(exception, fixing, kind);
  return (
    <Way text={say(kind === 'release' ? 'fixRelease' : 'fixDismiss')}>
      <Button size="small" danger={kind === 'dismiss'} loading={isPending} onClick={ask}>
        {say(kind)}
      </Button>
    </Way>
  );
}

function Way({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <Flex gap={12} wrap align="baseline" justify="space-between">
      <span>{text}</span>
      {children}
    </Flex>
  );
}

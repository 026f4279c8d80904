import { useSay } from '#console/words/use-say.ts';
import styles from './progress-of-run.module.css';
import { words } from './words.ts';

interface Counts {
  readonly collected: number;
  readonly posted: number;
  readonly held: number;
  readonly ignored: number;
  /** How many there will be, where the source has been read to its end. */
  readonly expected?: number | null;
}

/** How far a run is, as one bar: posted, held, passed over, and what still waits. */
export function ProgressOfRun({ run }: { readonly run: Counts }) {
  const say = useSay(words);
  const done = run.posted + run.held + run.ignored;
  const total = Math.max(run.expected ?? run.collected, done);
  const share = (count: number) => `${total === 0 ? 0 : (100 * count) / total}%`;
  const spoken = `${say('posted')} ${run.posted} · ${say('held')} ${run.held} · ${say('ignored')} ${run.ignored} · ${say('waiting')} ${total - done}`;
  return (
    <div
      className={styles.progress}
      role="progressbar"
      aria-label={say('progress')}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={spoken}
      title={spoken}
    >
      <span className={styles.posted} style={{ inlineSize: share(run.posted) }} />
      <span className={styles.held} style={{ inlineSize: share(run.held) }} />
      <span className={styles.ignored} style={{ inlineSize: share(run.ignored) }} />
    </div>
  );
}

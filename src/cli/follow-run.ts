import { RefusalError } from '#core/trouble/trouble.ts';
import { LaneWorker } from '#pipeline/post/post-lane.ts';
import { findRun, finishRuns, type RunRow } from '#storage/runs.ts';
import type { Answer, CommandContext } from './command.ts';
import { renderPairs } from './table.ts';
import { stateWord, word } from './words.ts';

const IDLE_MS = 100;
const ENDED: ReadonlySet<string> = new Set(['done', 'failed', 'cancelled']);

/**
 * Posts what a run brought in and waits for its end. A hub that runs beside may do the same work: whoever holds the
 * book's lock does it, and nothing is done twice. Deliveries are left to the hub.
 */
export async function followRun(context: CommandContext, runId: bigint): Promise<Answer> {
  const { database, cache, today } = await context.services();
  const failures: unknown[] = [];
  const lane = new LaneWorker({
    database,
    cache,
    today,
    postedBy: 'tongzhang',
    report: (error) => failures.push(error),
  });
  for (;;) {
    context.signal.throwIfAborted();
    const settled = await lane.round();
    await finishRuns(database);
    const run = await findRun(database, runId);
    if (!run) throw new RefusalError({ code: 'cli_failed', params: { reason: `run ${runId}` } });
    context.progress(progressText(run, context));
    if (ENDED.has(run.state)) return runAnswer(run, context);
    if (settled === 0) await context.sleep(IDLE_MS, context.signal);
  }
}

function progressText(run: RunRow, { language }: CommandContext): string {
  const done = run.posted + run.held + run.ignored;
  return `${word('run', language)} ${run.run_id}: ${done}/${run.collected} ${stateWord(run.state, language)}`;
}

/** What a run did, in one look. */
function runAnswer(run: RunRow, { language, progress }: CommandContext): Answer {
  progress('');
  const { run_id: id, kind, state, collected, repeated, posted, held, ignored, error, notes } = run;
  return {
    ok: state === 'done',
    json: { run: { id, kind, state, collected, repeated, posted, held, ignored, error, notes } },
    text: renderPairs(language, [
      ['run', String(id)],
      ['state', stateWord(state, language)],
      ['collected', String(collected)],
      ['repeated', String(repeated)],
      ['posted', String(posted)],
      ['held', String(held)],
      ['ignored', String(ignored)],
    ]),
  };
}

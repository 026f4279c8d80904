/**
 * Crash tests: the hub as real processes that are killed at random instants, at named points and between any two
 * steps of a delivery, its database restarted, everything outside misbehaving; then a proof that nothing was lost or
 * doubled.
 *
 *   npm run simulate -- --seeds N [--from S] [--json FILE] [--parallel N]
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describeSeed, describeSummary, summarise } from './report.ts';
import { runSeeds } from './run-seeds.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    from: { type: 'string', default: '1' },
    parallel: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort(signal));

try {
  const { results, folder } = await runSeeds({
    from: Number(values.from),
    count: Number(values.seeds),
    parallel: Number(values.parallel),
    signal: stop.signal,
    onResult: (result) => console.log(describeSeed(result)),
  });
  const summary = summarise(results);
  if (values.json !== undefined)
    writeFileSync(values.json, JSON.stringify({ summary, seeds: results }, null, 1));
  if (summary.failed.length > 0) console.log(`what failed seeds left behind is in ${folder}`);
  console.log(describeSummary(summary));
  process.exitCode = summary.failed.length + summary.slow.length > 0 ? 1 : 0;
} catch (error) {
  if (!stop.signal.aborted) throw error;
  console.log(`stopped by ${stop.signal.reason}; everything that was started has ended`);
  process.exitCode = 130;
}

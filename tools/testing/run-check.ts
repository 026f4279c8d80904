import { spawnSync } from 'node:child_process';
import type { TestOutcome } from './outcome.ts';

/** Runs a checker of the whole project on the pinned Node and counts it as one test. */
export function runCheck(name: string, args: readonly string[]): TestOutcome {
  const result = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const passed = result.status === 0;
  const output = `${result.stdout}${result.stderr}`.trim();
  return {
    file: name,
    name: args.join(' '),
    state: passed ? 'passed' : 'failed',
    detail: passed ? '' : output || `ended with ${result.signal ?? `exit code ${result.status}`}`,
  };
}

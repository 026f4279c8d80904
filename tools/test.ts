/**
 * Everything that must pass, in order: types, lint, tests. `npm test -- path` runs what has `path` in its name.
 * Quiet on success; failures are printed in full at the end, and the last line counts.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { closingLine, describeOutcomes, type TestOutcome } from './testing/outcome.ts';
import { runCheck } from './testing/run-check.ts';
import { runTestFile } from './testing/run-test-file.ts';
import { findTestFiles, startTestDatabase } from './testing/test-database.ts';

const SLOW_SECONDS = 10;

const wanted = process.argv.slice(2);
const isWanted = (name: string) => wanted.length === 0 || wanted.some((part) => name.includes(part));
process.chdir(join(import.meta.dirname, '..'));

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());

const outcomes = await runEverything();
console.log(describeOutcomes(outcomes));
console.log(closingLine(outcomes));
process.exitCode = outcomes.some(({ state }) => state === 'failed') ? 1 : 0;

async function runEverything(): Promise<TestOutcome[]> {
  const checks = [
    ...runCheckIfWanted('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']),
    ...runCheckIfWanted('console types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'console']),
    ...runCheckIfWanted('lint', [
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--error-on-warnings',
      '.',
    ]),
  ];
  const all = [...checks, ...(await runAllFiles())];
  return all.length > 0
    ? all
    : [{ file: wanted.join(' '), name: 'filter', state: 'failed', detail: 'matches nothing' }];
}

async function runAllFiles(): Promise<TestOutcome[]> {
  const units = [...findTestFiles('src'), ...findTestFiles('console/src')].filter(isWanted);
  const whole = findTestFiles('tests').filter(isWanted);
  if (units.length + whole.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'tongzhang-test-'));
  chmodSync(folder, 0o755);
  const database = await startTestDatabase(folder);
  process.env.TONGZHANG_TEST_DATABASE_URL = database.url;
  try {
    return [
      ...(await runFiles('units', units, { folder, atOnce: Math.min(availableParallelism(), 4) })),
      // What crosses folders starts whole hubs and measures time, so it has the machine to itself.
      ...(await runFiles('whole', whole, { folder, atOnce: 1 })),
    ];
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function runCheckIfWanted(name: string, args: readonly string[]): TestOutcome[] {
  if (!isWanted(name)) return [];
  const startedAt = performance.now();
  const outcome = runCheck(name, args);
  heading(`${name}: ${outcome.state} in ${seconds(startedAt)} s`);
  return [outcome];
}

async function runFiles(
  root: string,
  files: readonly string[],
  { folder, atOnce }: { folder: string; atOnce: number },
): Promise<TestOutcome[]> {
  if (files.length === 0) return [];
  heading(`${root}: ${files.length} test files, ${atOnce} at a time`);
  const startedAt = performance.now();
  const results: TestOutcome[] = [];
  const queue = files.entries();
  const worker = async () => {
    for (const [index, file] of queue) {
      if (stop.signal.aborted) return;
      showProgress(`${index + 1}/${files.length} ${file}`);
      results.push(...(await runTimed(file, join(folder, `${root}-${index}`))));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  showProgress('');
  console.log(`  ${closingLine(results)} in ${seconds(startedAt)} s`);
  return results;
}

async function runTimed(file: string, folder: string): Promise<TestOutcome[]> {
  const startedAt = performance.now();
  const outcomes = await runTestFile(file, folder, stop.signal);
  const failed = outcomes.filter(({ state }) => state === 'failed').length;
  if (failed > 0) note(`✗ ${file}: ${failed} failed`);
  else if (performance.now() - startedAt > SLOW_SECONDS * 1000) note(`${file}: ${seconds(startedAt)} s`);
  for (const { said } of outcomes) if (said !== undefined) note(said);
  return outcomes;
}

function heading(text: string): void {
  console.log(`\n── ${text}`);
}

function note(text: string): void {
  showProgress('');
  console.log(`  ${text}`);
}

/** One line that is written over; nothing where nobody watches. */
function showProgress(text: string): void {
  if (process.stdout.isTTY)
    process.stdout.write(`\r\u001b[K${text.slice(0, (process.stdout.columns ?? 80) - 1)}`);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

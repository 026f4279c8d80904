import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Family, findLeftovers, killFamily } from './leftovers.ts';
import type { TestOutcome } from './outcome.ts';
import type { ReportedEvent } from './report-events.ts';

const TIMEOUT_SECONDS = 120;
const LEFTOVER_GRACE_MS = 2000;
const OUTPUT_CHARACTERS_MAX = 20_000;

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly timedOut: boolean;
  readonly output: string;
}

/**
 * Runs one test file in a process of its own and tells how each of its tests ended.
 * A file that hangs, dies, holds no test or leaves a process behind is itself a failed test.
 */
export async function runTestFile(file: string, folder: string, stop: AbortSignal): Promise<TestOutcome[]> {
  mkdirSync(folder);
  // PostgreSQL drops root's rights and must still be able to enter.
  chmodSync(folder, 0o777);
  const events = join(folder, 'events.ndjson');
  const marker = `TONGZHANG_TEST=${folder}`;
  const timeoutSeconds = timeoutOf(file);
  const child = startTestFile(file, folder, events);
  const family: Family = { marker, folder, group: child.pid ?? 0 };
  const ended = await waitFor(child, family, timeoutSeconds, stop);
  const leftovers = ended.timedOut ? [] : await findLeftovers(family, LEFTOVER_GRACE_MS);
  await killFamily(family);
  const reported = readEvents(events);
  rmSync(folder, { recursive: true, force: true });
  return [
    ...outcomesOf(file, reported),
    ...judgeFile({ ended, reported, timeoutSeconds, leftovers: leftovers.map(({ command }) => command) }).map(
      (detail): TestOutcome => ({ file, name: 'the file itself', state: 'failed', detail }),
    ),
  ];
}

/** A file that starts whole hubs may ask for longer in its first lines: `// timeout: 300 s`. */
function timeoutOf(file: string): number {
  const asked = /^\/\/ timeout: (\d+) s\b/m.exec(readFileSync(file, 'utf8').slice(0, 500))?.[1];
  return asked === undefined ? TIMEOUT_SECONDS : Number(asked);
}

function startTestFile(file: string, folder: string, events: string) {
  // A test must never reach the developer's own database, nor believe that it runs inside another test.
  const { DATABASE_URL: _, NODE_TEST_CONTEXT: __, ...environment } = process.env;
  return spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      `--test-reporter=${join(import.meta.dirname, 'report-events.ts')}`,
      '--test-reporter-destination=stdout',
      file,
    ],
    {
      env: { ...environment, TMPDIR: folder, TONGZHANG_TEST: folder, TONGZHANG_TEST_EVENTS: events },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
}

async function waitFor(
  child: ReturnType<typeof startTestFile>,
  family: Family,
  timeoutSeconds: number,
  stop: AbortSignal,
): Promise<Ended> {
  let output = '';
  let timedOut = false;
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-OUTPUT_CHARACTERS_MAX);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const killAll = () => void killFamily(family);
  stop.addEventListener('abort', killAll);
  const timer = setTimeout(() => {
    timedOut = true;
    killAll();
  }, timeoutSeconds * 1000);
  // `exit`, not `close`: a child that was left behind may hold our pipe open for ever.
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.on('exit', (...result) => resolve(result));
    child.on('error', () => resolve([null, null]));
  });
  clearTimeout(timer);
  stop.removeEventListener('abort', killAll);
  return { code, signal, timedOut, output };
}

function readEvents(path: string): ReportedEvent[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): ReportedEvent => JSON.parse(line));
}

function outcomesOf(file: string, reported: readonly ReportedEvent[]): TestOutcome[] {
  const outcomes: TestOutcome[] = [];
  for (const event of reported) {
    if (event.event === 'ended') {
      const { name, state, detail } = event;
      outcomes.push({ file, name, state, detail });
    }
    const last = outcomes.at(-1);
    if (event.event === 'said' && last) outcomes.splice(-1, 1, { ...last, said: event.text });
  }
  return outcomes;
}

/** What is wrong with the file as a whole, beside its tests. */
export function judgeFile(run: {
  readonly ended: Ended;
  readonly reported: readonly ReportedEvent[];
  readonly timeoutSeconds: number;
  readonly leftovers: readonly string[];
}): string[] {
  const { ended, reported, leftovers } = run;
  const done = reported.filter((event) => event.event === 'ended');
  const died = ended.code !== 0 && !done.some(({ state }) => state === 'failed');
  const how = ended.signal === null ? `exit code ${ended.code}` : `signal ${ended.signal}`;
  return [
    ...(ended.timedOut
      ? [`did not end within ${run.timeoutSeconds} s${whereItHung(reported)}\n${ended.output}`]
      : []),
    ...(died && !ended.timedOut ? [`ended with ${how}\n${ended.output}`] : []),
    ...(done.length === 0 && ended.code === 0 ? ['holds no test'] : []),
    ...(leftovers.length > 0 ? [`left running: ${leftovers.join('; ')}`] : []),
  ];
}

function whereItHung(reported: readonly ReportedEvent[]): string {
  const last = reported.findLast((event) => event.event === 'began');
  return last === undefined ? ', before its first test' : `, last test begun: ${last.name}`;
}

import { appendFileSync } from 'node:fs';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

/** What a test process tells the runner, one JSON line each. `began` lets a hung file say where it hangs. */
export type ReportedEvent =
  | { readonly event: 'began'; readonly name: string }
  /** `t.diagnostic('summary: …')`: what a reader wants to know of a test that passed. */
  | { readonly event: 'said'; readonly text: string }
  | {
      readonly event: 'ended';
      readonly name: string;
      readonly state: 'passed' | 'failed' | 'skipped';
      readonly detail: string;
    };

const SUMMARY = 'summary: ';

/**
 * A reporter for `node --test-reporter`. It writes to the file named by TONGZHANG_TEST_EVENTS at once and synchronously,
 * because a file that hangs is killed, and what it had reported must survive that.
 */
export default async function* reportEvents(source: AsyncIterable<TestEvent>): AsyncGenerator<never> {
  const destination = process.env.TONGZHANG_TEST_EVENTS ?? '/dev/stderr';
  const write = (event: ReportedEvent) => appendFileSync(destination, `${JSON.stringify(event)}\n`);
  const names: string[] = [];
  for await (const { type, data } of source) {
    if (type === 'test:dequeue') write({ event: 'began', name: data.name });
    if (type === 'test:diagnostic' && data.message.startsWith(SUMMARY)) {
      write({ event: 'said', text: data.message.slice(SUMMARY.length) });
    }
    if (type === 'test:start') names.splice(data.nesting, Infinity, data.name);
    if (type === 'test:pass' || type === 'test:fail') {
      const name = [...names.slice(0, data.nesting), data.name].join(' › ');
      const ended = readEnd(type === 'test:pass', data);
      if (ended !== null) write({ event: 'ended', name, ...ended });
    }
  }
}

type EndData = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>['data'];
type Ended = { readonly state: 'passed' | 'failed' | 'skipped'; readonly detail: string };

function readEnd(passed: boolean, data: EndData): Ended | null {
  if (data.skip !== undefined || data.todo !== undefined) {
    return { state: 'skipped', detail: reasonOf(data.skip ?? data.todo) };
  }
  const error = 'error' in data.details ? data.details.error : undefined;
  // A suite or parent that fails only because of what is inside it adds nothing to the inner report.
  if (!passed && isOnlyInner(error)) return null;
  if (passed && data.details.type === 'suite') return null;
  return { state: passed ? 'passed' : 'failed', detail: passed ? '' : explain(error) };
}

function reasonOf(given: string | boolean | undefined): string {
  return typeof given === 'string' && given !== '' ? given : 'no reason given';
}

function isOnlyInner(error: unknown): boolean {
  return error instanceof Error && 'failureType' in error && error.failureType === 'subtestsFailed';
}

function explain(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof cause === 'string' ? cause : inspect(cause, { depth: 6 });
}

/** One test as it ended. Types and lint are each one of these too. */
export interface TestOutcome {
  readonly file: string;
  /** Names from the outermost suite to the test. */
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  /** Why it failed, ready to print, or why it was skipped. */
  readonly detail: string;
  /** What it has to say though it passed: how many cases it went through. */
  readonly said?: string;
}

/** The last line of every run; machines read it, so its form never changes. */
export function closingLine(outcomes: readonly TestOutcome[]): string {
  const count = (state: TestOutcome['state']) => outcomes.filter((outcome) => outcome.state === state).length;
  return `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`;
}

/** What a person needs to see at the end: why things were skipped, then every failure in full. */
export function describeOutcomes(outcomes: readonly TestOutcome[]): string {
  const skipped = outcomes.filter(({ state }) => state === 'skipped');
  const failed = outcomes.filter(({ state }) => state === 'failed');
  return [
    ...section(
      'Skipped',
      skipped.map(({ file, name, detail }) => `- ${file}: ${name}: ${detail}`),
    ),
    ...section(
      'Failed',
      failed.map(({ file, name, detail }) => `✗ ${file}: ${name}\n${indent(detail)}\n`),
    ),
  ].join('\n');
}

function section(title: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : [`\n${title}`, ...entries];
}

function indent(text: string): string {
  return text.trimEnd().replace(/^/gm, '    ');
}

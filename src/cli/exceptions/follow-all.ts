import type { Answer, CommandContext } from '#cli/command.ts';
import { followRun } from '#cli/follow-run.ts';
import { word } from '#cli/words.ts';

/** Waits for several runs and tells what each did. */
export async function followAll(context: CommandContext, runs: readonly bigint[]): Promise<Answer> {
  const answers: Answer[] = [];
  for (const run of runs) answers.push(await followRun(context, run));
  return {
    ok: answers.every(({ ok }) => ok !== false),
    json: { runs: answers.map(({ json }) => json) },
    text: answers.map(({ text }) => text).join('\n\n') || word('nothing', context.language),
  };
}

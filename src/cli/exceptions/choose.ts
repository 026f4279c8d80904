import type { CommandOption } from '#cli/command.ts';
import { requireBook, requirePublished } from '#cli/finders.ts';
import { type Input, idOf, UsageError } from '#cli/input.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import { type ExceptionRow, findException, listExceptions } from '#storage/exceptions.ts';
import { type FlowRow, listFlows } from '#storage/flows.ts';

/** How commands on exceptions say which. */
export const CHOICES: readonly CommandOption[] = [
  {
    flags: '--id <n>',
    repeats: true,
    describe: {
      zh: '异常编号；可重复',
      en: 'id of an exception; may be repeated',
      ja: '例外 ID。繰り返し可',
    },
  },
  {
    flags: '--code <code>',
    describe: {
      zh: '带有此问题代码的全部未结异常',
      en: 'all open ones with this code',
      ja: 'このコードを持つ未処理すべて',
    },
  },
  { flags: '--book <code>', describe: { zh: '限于此账套', en: 'only of this book', ja: 'この帳簿のみ' } },
];

const ALL = 100_000;

/** The open exceptions that are meant. Naming none is refused: it must not mean all. */
export async function chooseExceptions(tx: Tx, input: Input): Promise<ExceptionRow[]> {
  const code = input.text('code');
  const book = input.text('book');
  const chosen: ExceptionRow[] = [];
  for (const text of input.list('id')) {
    const row = await findException(tx, idOf(text, '--id'));
    if (row?.state !== 'open')
      throw new RefusalError({ code: 'cli_exception_unknown', params: { id: text } });
    chosen.push(row);
  }
  if (code !== null) {
    const of = book === null ? {} : { bookId: (await requireBook(tx, book)).book_id };
    chosen.push(...(await listExceptions(tx, { ...of, code, state: 'open', limit: ALL })));
  }
  if (input.list('id').length === 0 && code === null) throw new UsageError({ code: 'cli_nothing_chosen' });
  return [...new Map(chosen.map((row) => [row.exception_id, row])).values()];
}

/** The chosen records, by the flow they are put before again. */
export async function byFlow(
  tx: Tx,
  rows: readonly ExceptionRow[],
): Promise<{ flow: FlowRow; rows: readonly ExceptionRow[] }[]> {
  const flows = new Map((await listFlows(tx)).map((flow) => [flow.flow_id, flow]));
  return [...Map.groupBy(rows, (row) => row.flow_id)].map(([flowId, ofFlow]) => ({
    flow: requirePublished(flows.get(flowId)!),
    rows: ofFlow,
  }));
}

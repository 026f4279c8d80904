import type { Answer, Command, CommandContext } from '#cli/command.ts';
import { renderTable } from '#cli/table.ts';
import type { Text } from '#core/trouble/message.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { findTraces, type TraceMatch } from '#pipeline/trace/find-traces.ts';
import { traceRecord } from '#pipeline/trace/trace-record.ts';
import { renderTrace } from './render-trace.ts';

/** `tongzhang trace <text>`: the whole way of a record, from its bytes to the target's number and back. */
export const trace: Command = {
  name: 'trace',
  describe: {
    zh: '追溯：一条记录从原始数据到目标凭证号再回到来源的全过程，以及每个值背后的规则',
    en: "A record's whole way, from raw data to the target's number and back, with the rule behind every value",
    ja: '追跡：元データから連携先の番号、書き戻しまでの全過程と各値の規則',
  },
  takes: [
    {
      name: '<text>',
      describe: {
        zh: '单号、来源编号、凭证号（记-118）、目标凭证号或原始记录编号',
        en: 'document number, source id, voucher number (记-118), target number or record id',
        ja: '伝票番号、元システム ID、仕訳番号（記-118）、連携先番号、記録 ID',
      },
    },
  ],
  options: [
    {
      flags: '--full',
      describe: { zh: '原始数据不截断', en: 'do not cut the raw data', ja: '元データを省略しない' },
    },
  ],
  async run(context, input) {
    const text = input.argument('text');
    const { database } = await context.services();
    const matches = await findTraces(database, text);
    const [first] = matches;
    if (!first) throw new RefusalError({ code: 'cli_trace_nothing', params: { text } });
    if (needsChoice(matches)) return chooseOne(matches, context);
    const traced = await traceRecord(database, first.recordId);
    if (!traced) throw new RefusalError({ code: 'cli_trace_nothing', params: { text } });
    return {
      json: traced,
      text: renderTrace(traced, { language: context.language, full: input.flag('full') }),
    };
  },
};

/** Versions of one thing are one answer, the newest with a document first; different things are a question. */
function needsChoice(matches: readonly TraceMatch[]): boolean {
  const [first] = matches;
  return matches.some(({ thing, by }) => by === first?.by && thing !== first.thing);
}

function chooseOne(matches: readonly TraceMatch[], { language }: CommandContext): Answer {
  const table = renderTable(
    language,
    [
      { title: 'record', value: (match) => match.recordId, right: true },
      { title: 'document', value: (match) => match.label },
      { title: 'externalId', value: (match) => match.thing },
      { title: 'kind', value: (match) => match.by },
    ],
    matches,
  );
  return { json: { matches }, text: `${SEVERAL[language]}\n${table}` };
}

const SEVERAL: Text = {
  zh: '符合的不止一条，请用编号追溯：tongzhang trace <编号>',
  en: 'More than one fits; trace one by its id: tongzhang trace <id>',
  ja: '複数あります。ID で追跡してください：tongzhang trace <ID>',
};

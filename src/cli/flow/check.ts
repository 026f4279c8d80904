import type { Answer, Command } from '#cli/command.ts';
import { readYamlFile } from '#cli/files.ts';
import { tellRefusal, troubleLines } from '#cli/trouble-text.ts';
import { compileFlow } from '#core/flows/compile-flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import type { Language } from '#core/trouble/message.ts';
import type { Refusal } from '#core/trouble/trouble.ts';

/** `tongzhang flow check <file>`: needs no database. */
export const flowCheck: Command = {
  name: 'flow check',
  describe: {
    zh: '检查流程文件，指出每一处问题；不需要数据库',
    en: 'Check a flow file and name everything that is wrong; needs no database',
    ja: 'フローのファイルを検査し、問題をすべて示します。データベース不要',
  },
  takes: [{ name: '<file>', describe: { zh: 'YAML 文件', en: 'YAML file', ja: 'YAML ファイル' } }],
  options: [
    {
      flags: '--currency <code>',
      describe: {
        zh: '账套本位币；缺省 CNY',
        en: "the book's currency; CNY by default",
        ja: '帳簿の通貨。既定 CNY',
      },
    },
  ],
  async run({ language }, input) {
    const { definition } = await readYamlFile(input.argument('file'));
    const parsed = parseFlow(definition);
    const checked = parsed.ok
      ? compileFlow(parsed.value, { baseCurrency: input.text('currency') ?? 'CNY' })
      : parsed;
    if (!checked.ok) return refusedFlow(checked.refusals, language);
    const { flow } = checked.value;
    return { json: { ok: true, flow: flow.flow }, text: `✓ ${flow.flow}  ${flow.title[language]}` };
  },
};

/** Everything that is wrong with a flow, each with its place. */
export function refusedFlow(refusals: readonly Refusal[], language: Language): Answer {
  const troubles = refusals.map((refusal) => tellRefusal(refusal, language));
  return { ok: false, json: { ok: false, troubles }, text: troubles.map(troubleLines).join('\n') };
}

import { collectFlow } from '#pipeline/collect/collect-flow.ts';
import type { Command } from './command.ts';
import { requireFlow, requirePublished } from './finders.ts';
import { followRun } from './follow-run.ts';

/** `tongzhang run <flow>`: collects now, whatever the trigger says, and posts what came. */
export const runFlow: Command = {
  name: 'run',
  describe: {
    zh: '立即采集一个流程的来源并入账',
    en: "Collect a flow's source now and post what comes",
    ja: 'フローの取得元を今すぐ収集し、記帳',
  },
  takes: [{ name: '<flow>', describe: { zh: '流程编码', en: 'code of the flow', ja: 'フローのコード' } }],
  async run(context, input) {
    const services = await context.services();
    const flow = requirePublished(await requireFlow(services.database, input.argument('flow')));
    const { actor: startedBy, signal } = context;
    return followRun(context, await collectFlow(services, { flow, startedBy, signal }));
  },
};

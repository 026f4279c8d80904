import type { Command } from '#cli/command.ts';
import { requireFlow, requireVersion } from '#cli/finders.ts';
import { publishFlow } from '#pipeline/flows/flow-versions.ts';
import { listFlowVersions } from '#storage/flows.ts';

/** `tongzhang flow publish <code>` */
export const flowPublish: Command = {
  name: 'flow publish',
  describe: {
    zh: '发布流程的一个版本；此后到达的记录按它处理',
    en: 'Publish a version of a flow; what arrives from now on is handled by it',
    ja: 'フローの版を公開。以後の記録はこの版で処理されます',
  },
  takes: [{ name: '<code>', describe: { zh: '流程编码', en: 'code of the flow', ja: 'フローのコード' } }],
  options: [
    {
      flags: '--version <n>',
      describe: { zh: '版本；缺省为最新', en: 'version; the newest by default', ja: '版。既定は最新' },
    },
  ],
  async run({ services, actor }, input) {
    const { database, now } = await services();
    const flow = await requireFlow(database, input.argument('code'));
    const [newest] = await listFlowVersions(database, flow.flow_id);
    const version = await requireVersion(database, flow, input.integer('version') ?? newest?.version ?? null);
    await database.transaction((tx) => publishFlow(tx, { flow, version, by: actor, now: now() }));
    return {
      json: { code: flow.code, published: version.version },
      text: `● ${flow.code} v${version.version}`,
    };
  },
};

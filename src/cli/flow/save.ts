import type { Command } from '#cli/command.ts';
import { readYamlFile } from '#cli/files.ts';
import { publishFlow, saveFlowVersion } from '#pipeline/flows/flow-versions.ts';
import { refusedFlow } from './check.ts';

/** `tongzhang flow save <file>` */
export const flowSave: Command = {
  name: 'flow save',
  describe: {
    zh: '把流程文件存为新版本（草稿）；加 --publish 同时发布',
    en: 'Save a flow file as a new draft version; --publish publishes it too',
    ja: 'フローを新しい版（下書き）として保存。--publish で公開も行う',
  },
  takes: [{ name: '<file>', describe: { zh: 'YAML 文件', en: 'YAML file', ja: 'YAML ファイル' } }],
  options: [{ flags: '--publish', describe: { zh: '同时发布', en: 'publish it too', ja: '公開も行う' } }],
  async run({ services, actor, language }, input) {
    const written = await readYamlFile(input.argument('file'));
    const { database, now } = await services();
    const saved = await database.transaction(async (tx) => {
      const result = await saveFlowVersion(tx, { ...written, by: actor });
      if (result.ok && input.flag('publish')) await publishFlow(tx, { ...result, by: actor, now: now() });
      return result;
    });
    if (!saved.ok) return refusedFlow(saved.refusals, language);
    const { code } = saved.flow;
    const { version } = saved.version;
    const published = input.flag('publish');
    return {
      json: { ok: true, code, version, published },
      text: `✓ ${code} v${version}${published ? ' ●' : ''}`,
    };
  },
};

import type { Command } from '#cli/command.ts';
import { requireFlow, requireVersion } from '#cli/finders.ts';
import { renderTable } from '#cli/table.ts';
import { listFlowVersions } from '#storage/flows.ts';

/** `tongzhang flow show <code>` */
export const flowShow: Command = {
  name: 'flow show',
  describe: {
    zh: '显示流程的各版本和定义',
    en: 'Show the versions of a flow and its definition',
    ja: 'フローの版と定義を表示',
  },
  takes: [{ name: '<code>', describe: { zh: '流程编码', en: 'code of the flow', ja: 'フローのコード' } }],
  options: [
    {
      flags: '--version <n>',
      describe: {
        zh: '版本；缺省为已发布的',
        en: 'version; the published one by default',
        ja: '版。既定は公開版',
      },
    },
  ],
  async run({ services, language }, input) {
    const { database } = await services();
    const flow = await requireFlow(database, input.argument('code'));
    const versions = await listFlowVersions(database, flow.flow_id);
    const latest = flow.published_version_id === null ? (versions[0]?.version ?? null) : null;
    const shown = await requireVersion(database, flow, input.integer('version') ?? latest);
    const rows = versions.map((one) => ({
      version: one.version,
      createdAt: one.created_at,
      createdBy: one.created_by,
      publishedAt: one.published_at,
    }));
    const table = renderTable(
      language,
      [
        { title: 'version', value: (one) => one.version, right: true },
        { title: 'time', value: (one) => one.createdAt.toISOString() },
        { title: 'startedBy', value: (one) => one.createdBy },
        { title: 'published', value: (one) => one.publishedAt?.toISOString() ?? '–' },
      ],
      rows,
    );
    return {
      json: { code: flow.code, enabled: flow.enabled, versions: rows, definition: shown.definition },
      text: `${table}\n\n${shown.source.trimEnd()}`,
    };
  },
};

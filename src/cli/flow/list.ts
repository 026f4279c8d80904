import type { Command } from '#cli/command.ts';
import { renderTable } from '#cli/table.ts';
import { stateWord } from '#cli/words.ts';
import { listBooks } from '#storage/books.ts';
import { listConnections } from '#storage/connections.ts';
import { listFlows, listFlowVersions } from '#storage/flows.ts';

/** `tongzhang flow list` */
export const flowList: Command = {
  name: 'flow list',
  describe: { zh: '列出全部同步流程', en: 'List all flows', ja: 'フローの一覧' },
  async run({ services, language }) {
    const { database } = await services();
    const books = new Map((await listBooks(database)).map((row) => [row.book_id, row.code]));
    const connections = new Map(
      (await listConnections(database)).map((row) => [row.connection_id, row.code]),
    );
    const flows = [];
    for (const flow of await listFlows(database)) {
      const versions = await listFlowVersions(database, flow.flow_id);
      flows.push({
        code: flow.code,
        book: books.get(flow.book_id) ?? null,
        connection: connections.get(flow.connection_id) ?? null,
        kind: flow.kind,
        state: flow.enabled ? 'active' : 'paused',
        published: versions.find((one) => one.flow_version_id === flow.published_version_id)?.version ?? null,
        versions: versions.length,
      });
    }
    const text = renderTable(
      language,
      [
        { title: 'flow', value: (flow) => flow.code },
        { title: 'book', value: (flow) => flow.book },
        { title: 'connection', value: (flow) => flow.connection },
        { title: 'kind', value: (flow) => flow.kind },
        { title: 'state', value: (flow) => stateWord(flow.state, language) },
        { title: 'published', value: (flow) => flow.published ?? '–', right: true },
        { title: 'versions', value: (flow) => flow.versions, right: true },
      ],
      flows,
    );
    return { json: { flows }, text };
  },
};

import { listConnections } from '#storage/connections.ts';
import { countDeliveries } from '#storage/deliveries.ts';
import { countOpenExceptions } from '#storage/exceptions.ts';
import { readFigures } from '#storage/figures.ts';
import type { Command } from './command.ts';
import { renderPairs, renderTable } from './table.ts';
import { tellRefusal } from './trouble-text.ts';
import { stateWord, word } from './words.ts';

/** `tongzhang status`: everything in one look. */
export const status: Command = {
  name: 'status',
  describe: { zh: '概况：数量、异常、推送与连接', en: 'Everything in one look', ja: '全体の状況' },
  async run({ services, language }) {
    const { database } = await services();
    const figures = await readFigures(database);
    const held = (await countOpenExceptions(database)).map(({ code, n }) => ({
      code,
      count: n,
      title: tellRefusal({ code }, language).title,
    }));
    const connections = await listConnections(database);
    const codes = new Map(connections.map((row) => [row.connection_id, row.code]));
    const deliveries = (await countDeliveries(database)).map(({ connection_id, kind, state, n }) => ({
      connection: codes.get(connection_id) ?? null,
      kind,
      state,
      count: n,
    }));
    const states = connections.map(({ code, connector, state, last_error: error }) => ({
      code,
      connector,
      state,
      error,
    }));
    const parts = [
      renderPairs(language, [
        ['records', String(figures.records)],
        ['documents', String(figures.documents)],
        ['vouchers', String(figures.vouchers)],
        ['ignored', String(figures.ignored)],
        ['held', String(figures.held)],
        [
          'delivery',
          `${figures.delivered} ${stateWord('done', language)}, ${figures.owed} ${stateWord('owed', language)}`,
        ],
        ['writeBack', String(figures.writtenBack)],
      ]),
      `${word('connection', language)}\n${renderTable(
        language,
        [
          { title: 'code', value: (row) => row.code },
          { title: 'connector', value: (row) => row.connector },
          { title: 'state', value: (row) => stateWord(row.state, language) },
        ],
        states,
      )}`,
      `${word('exceptions', language)}\n${renderTable(
        language,
        [
          { title: 'code', value: (row) => row.code },
          { title: 'count', value: (row) => row.count, right: true },
          { title: 'title', value: (row) => row.title, widthMax: 60 },
        ],
        held,
      )}`,
      `${word('delivery', language)}\n${renderTable(
        language,
        [
          { title: 'connection', value: (row) => row.connection },
          { title: 'kind', value: (row) => row.kind },
          { title: 'state', value: (row) => stateWord(row.state, language) },
          { title: 'count', value: (row) => row.count, right: true },
        ],
        deliveries,
      )}`,
    ];
    return { json: { figures, connections: states, exceptions: held, deliveries }, text: parts.join('\n\n') };
  },
};

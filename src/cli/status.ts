import type { Language } from '#core/trouble/message.ts';
import { connectionState, listConnections } from '#storage/connections.ts';
import { countDeliveries } from '#storage/deliveries.ts';
import { countOpenExceptions } from '#storage/exceptions.ts';
import { type Figures, readFigures } from '#storage/figures.ts';
import type { Command } from './command.ts';
import { renderPairs, renderTable } from './table.ts';
import { tellRefusal } from './trouble-text.ts';
import { stateWord, word } from './words.ts';

interface Status {
  readonly figures: Figures;
  readonly connections: readonly {
    readonly code: string;
    readonly connector: string;
    readonly state: string;
    readonly error: unknown;
  }[];
  readonly exceptions: readonly { readonly code: string; readonly title: string; readonly count: bigint }[];
  readonly deliveries: readonly {
    readonly connection: string | null;
    readonly kind: string;
    readonly state: string;
    readonly count: bigint;
  }[];
}

/** `tongzhang status`: everything in one look. */
export const status: Command = {
  name: 'status',
  describe: { zh: '概况：数量、异常、推送与连接', en: 'Everything in one look', ja: '全体の状況' },
  async run({ services, language }) {
    const { database } = await services();
    const connections = await listConnections(database);
    const codes = new Map(connections.map((row) => [row.connection_id, row.code]));
    const found: Status = {
      figures: await readFigures(database),
      connections: connections.map((row) => ({
        code: row.code,
        connector: row.connector,
        state: connectionState(row),
        error: row.last_error,
      })),
      exceptions: (await countOpenExceptions(database)).map(({ code, n }) => ({
        code,
        title: tellRefusal({ code }, language).title,
        count: n,
      })),
      deliveries: (await countDeliveries(database)).map(({ connection_id, kind, state, n }) => ({
        connection: codes.get(connection_id) ?? null,
        kind,
        state,
        count: n,
      })),
    };
    return { json: found, text: textOf(found, language) };
  },
};

function textOf(status: Status, language: Language): string {
  const section = (title: 'connection' | 'exceptions' | 'delivery', table: string) =>
    `${word(title, language)}\n${table}`;
  return [
    figuresText(status.figures, language),
    section('connection', connectionTable(status, language)),
    section('exceptions', exceptionTable(status, language)),
    section('delivery', deliveryTable(status, language)),
  ].join('\n\n');
}

function figuresText(figures: Figures, language: Language): string {
  const deliveries = `${figures.delivered} ${stateWord('done', language)}, ${figures.owed} ${stateWord('owed', language)}`;
  return renderPairs(language, [
    ['records', String(figures.records)],
    ['documents', String(figures.documents)],
    ['vouchers', String(figures.vouchers)],
    ['ignored', String(figures.ignored)],
    ['held', String(figures.held)],
    ['delivery', deliveries],
    ['writeBack', String(figures.writtenBack)],
  ]);
}

function connectionTable({ connections }: Status, language: Language): string {
  return renderTable(
    language,
    [
      { title: 'code', value: (row) => row.code },
      { title: 'connector', value: (row) => row.connector },
      { title: 'state', value: (row) => stateWord(row.state, language) },
    ],
    connections,
  );
}

function exceptionTable({ exceptions }: Status, language: Language): string {
  return renderTable(
    language,
    [
      { title: 'code', value: (row) => row.code },
      { title: 'count', value: (row) => row.count, right: true },
      { title: 'title', value: (row) => row.title, widthMax: 60 },
    ],
    exceptions,
  );
}

function deliveryTable({ deliveries }: Status, language: Language): string {
  return renderTable(
    language,
    [
      { title: 'connection', value: (row) => row.connection },
      { title: 'kind', value: (row) => row.kind },
      { title: 'state', value: (row) => stateWord(row.state, language) },
      { title: 'count', value: (row) => row.count, right: true },
    ],
    deliveries,
  );
}

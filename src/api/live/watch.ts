import { loadNames, type Names } from '#api/names.ts';
import { runCounts } from '#api/runs/run-body.ts';
import type { Tx } from '#storage/database.ts';
import {
  type LiveFigure,
  liveBacklogs,
  liveExceptions,
  liveFigures,
  liveRuns,
  liveTroubles,
  WAITING_MAX,
} from '#storage/live.ts';
import { type FlowPlace, listFlowPlaces } from '#storage/places.ts';
import type { RunRow } from '#storage/runs.ts';
import { type News, seenByFlows, seenWhole } from './news.ts';

const EXCEPTIONS_MAX = 500;
const TROUBLES_MAX = 200;

interface Looked {
  readonly tx: Tx;
  readonly names: Names;
  readonly flows: readonly FlowPlace[];
}

/**
 * Looks at the cheap counters and tells what is new since it looked last. The first look tells nothing: it is what
 * everybody has on the screen already.
 */
export class Watch {
  #figures: ReadonlyMap<string, number> | null = null;
  #backlogs: ReadonlyMap<string, string> = new Map();
  #runs: ReadonlyMap<bigint, string> = new Map();
  #underWay: readonly bigint[] = [];
  #exceptions: ReadonlySet<string> = new Set();
  #troubles: ReadonlySet<string> = new Set();

  async look(tx: Tx): Promise<News[]> {
    const looked: Looked = { tx, names: await loadNames(tx), flows: await listFlowPlaces(tx) };
    const isFirst = this.#figures === null;
    const news = [
      ...(await this.#lookAtFigures(looked)),
      ...(await this.#lookAtBacklogs(looked)),
      ...(await this.#lookAtRuns(looked)),
      ...(await this.#lookAtExceptions(looked)),
      ...(await this.#lookAtTroubles(looked)),
    ];
    return isFirst ? [] : news;
  }

  async #lookAtFigures({ tx, names, flows }: Looked): Promise<News[]> {
    const figures = await liveFigures(tx);
    const known = this.#figures ?? new Map<string, number>();
    this.#figures = new Map(figures.map((figure) => [keyOf(figure), figure.n]));
    return figures.flatMap((figure): News[] => {
      const before = known.get(keyOf(figure)) ?? 0;
      if (figure.n === before) return [];
      const { measure, book_id, connection_id, flow_id, kind, n } = figure;
      const data = {
        measure,
        book: book_id === 0 ? null : names.book(book_id),
        connection: names.connection(connection_id),
        flow: flow_id === 0 ? null : names.flow(flow_id),
        today: n,
        added: n - before,
      };
      const ofFigure = flows.filter((flow) =>
        flow_id === 0
          ? flow.connection_id === connection_id && flow.record_kind === kind
          : flow.flow_id === flow_id,
      );
      return [{ type: 'overview', permission: 'overview:read', data, isSeen: seenWhole(ofFigure) }];
    });
  }

  async #lookAtBacklogs({ tx, names, flows }: Looked): Promise<News[]> {
    const rows = (await liveBacklogs(tx)).map((row) => ({
      book: names.book(row.book_id),
      lane: row.lane,
      exceptions: row.exceptions,
      isMore: row.lane >= WAITING_MAX || row.exceptions >= WAITING_MAX,
    }));
    const known = this.#backlogs;
    this.#backlogs = new Map(rows.map((row) => [row.book, JSON.stringify(row)]));
    return rows
      .filter((row) => known.get(row.book) !== JSON.stringify(row))
      .map((data) => {
        // Everything of a book is counted together: seen by whom all of its flows are.
        const ofBook = flows.filter((flow) => flow.book === data.book);
        const isSeen: News['isSeen'] = (sight) =>
          sight.isUnlimited || (ofBook.length > 0 && ofBook.every((flow) => sight.wholeTraffic(flow)));
        return { type: 'backlog', permission: 'overview:read', data, isSeen };
      });
  }

  async #lookAtRuns({ tx, names, flows }: Looked): Promise<News[]> {
    const known = this.#runs;
    const runs = await liveRuns(tx, this.#underWay);
    const told = runs.map((row) => ({ row, data: runData(row, names) }));
    this.#runs = new Map(told.map(({ row, data }) => [row.run_id, JSON.stringify(data)]));
    this.#underWay = runs.filter(isUnderWay).map(({ run_id }) => run_id);
    return told
      .filter(({ row, data }) => known.get(row.run_id) !== JSON.stringify(data))
      .map(({ row, data }) => {
        const ofRun = flows.filter((flow) =>
          row.flow_id === null ? flow.connection_id === row.connection_id : flow.flow_id === row.flow_id,
        );
        return { type: 'run', permission: 'runs:read', data, isSeen: seenByFlows(ofRun) };
      });
  }

  async #lookAtExceptions({ tx, names, flows }: Looked): Promise<News[]> {
    const rows = await liveExceptions(tx, EXCEPTIONS_MAX);
    const known = this.#exceptions;
    this.#exceptions = new Set(rows.map((row) => String(row.exception_id)));
    return rows
      .filter((row) => !known.has(String(row.exception_id)))
      .map((row) => ({
        type: 'exception',
        permission: 'exceptions:read',
        isSeen: seenByFlows(flows.filter(({ flow_id: id }) => id === row.flow_id)),
        data: {
          id: String(row.exception_id),
          book: names.book(row.book_id),
          flow: names.flow(row.flow_id),
          recordId: String(row.record_id),
          codes: row.codes,
          openedAt: row.opened_at.toISOString(),
        },
      }));
  }

  async #lookAtTroubles({ tx, names, flows }: Looked): Promise<News[]> {
    const rows = await liveTroubles(tx, TROUBLES_MAX);
    const known = this.#troubles;
    const keyOfTrouble = (row: (typeof rows)[number]) => `${row.delivery_id} ${row.state} ${row.attempts}`;
    this.#troubles = new Set(rows.map(keyOfTrouble));
    return rows
      .filter((row) => !known.has(keyOfTrouble(row)))
      .map((row) => ({
        type: 'delivery',
        permission: 'deliveries:read',
        isSeen: seenByFlows(flows.filter(({ flow_id: id }) => id === row.flow_id)),
        data: {
          id: String(row.delivery_id),
          book: names.book(row.book_id),
          connection: names.connection(row.connection_id),
          kind: row.kind,
          state: row.state,
          code: row.code,
        },
      }));
  }
}

function keyOf({ measure, book_id, connection_id, flow_id, kind }: LiveFigure): string {
  return `${measure} ${book_id} ${connection_id} ${flow_id} ${kind}`;
}

function isUnderWay({ state }: RunRow): boolean {
  return state === 'running' || state === 'collected' || state === 'paused';
}

function runData(row: RunRow, names: Names) {
  return { ...runCounts(row, names), expected: row.expected === null ? null : Number(row.expected) };
}

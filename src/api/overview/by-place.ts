import type { FigureRow } from '#storage/overview.ts';
import type { FlowPlace } from '#storage/places.ts';
import { countsOf, successRate } from './figures.ts';

/** Sources count what they sent, targets what they took. */
export function byConnection(rows: readonly FigureRow[], codeOf: (connectionId: number) => string) {
  const groups = Map.groupBy(rows, (row) => row.connection_id ?? 0);
  const codes = [...groups.keys()].map((id) => ({ id, code: codeOf(id) })).toSorted(byCode);
  return codes.map(({ id, code }) => ({ connection: code, ...told(groups.get(id) ?? []) }));
}

export function byFlow(rows: readonly FigureRow[], flows: readonly FlowPlace[]) {
  return flows.toSorted(byCode).flatMap((flow) => {
    const of = rows.filter((row) => row.flow_id === flow.flow_id || isFrom(flow, row));
    return of.length === 0 ? [] : [{ flow: flow.code, ...told(of) }];
  });
}

/** What two flows of a book take from one source came to the book once. */
export function byBook(rows: readonly FigureRow[], flows: readonly FlowPlace[]) {
  const ofBook = Map.groupBy(flows, ({ book }) => book);
  return [...ofBook.keys()].toSorted().flatMap((book) => {
    const inside = ofBook.get(book) ?? [];
    const of = rows.filter((row) => inside.some((flow) => row.flow_id === flow.flow_id || isFrom(flow, row)));
    return of.length === 0 ? [] : [{ book, ...told(of) }];
  });
}

function isFrom({ connection_id: connectionId, record_kind: kind }: FlowPlace, row: FigureRow): boolean {
  return row.measure === 'received' && row.connection_id === connectionId && row.kind === kind;
}

function told(rows: readonly FigureRow[]) {
  const counts = countsOf(rows);
  return { ...counts, successRate: successRate(counts) };
}

function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code < b.code ? -1 : 1;
}

import type { TableColumnType } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ListPath, RowOf, SortOf } from '#console/api/list-path.ts';
import { formatNumber } from '#console/words/format.ts';
import type { Language } from '#core/trouble/message.ts';
import { cardLabel } from './card-label.ts';
import { orderOf } from './sorting.ts';

/** One column. `amount` aligns it right with even digits; `sort` is the name under which the hub sorts by it. */
export interface Column<Path extends ListPath> {
  readonly title: string;
  readonly key: string;
  readonly show: (row: RowOf<Path>) => ReactNode;
  readonly sort?: SortOf<Path>;
  readonly amount?: boolean;
  /** Left out on narrow screens. */
  readonly wideOnly?: boolean;
  readonly width?: number;
}

interface Shown<Path extends ListPath> {
  readonly sort: string | null;
  readonly reader: Language;
  /** Where a row leads. */
  readonly leadsTo?: (row: RowOf<Path>) => string;
}

/** The columns as antd takes them. The first that is always there is a row's title: its link, and the head of its card on a phone. */
export function columnsOf<Path extends ListPath>(
  columns: readonly Column<Path>[],
  { sort, reader, leadsTo }: Shown<Path>,
): TableColumnType<RowOf<Path>>[] {
  const titleAt = columns.findIndex(({ wideOnly }) => !wideOnly);
  return columns.map((column, i) => {
    const isTitle = i === titleAt;
    const lead = isTitle ? leadsTo : undefined;
    const show = (row: RowOf<Path>) => {
      const shown = column.show(row);
      return typeof shown === 'number' ? formatNumber(shown, reader) : shown;
    };
    return {
      key: column.sort ?? column.key,
      title: column.title,
      width: column.width,
      className: column.amount ? 'tz-number tz-amount' : undefined,
      responsive: column.wideOnly ? ['md'] : undefined,
      onCell: () => cardLabel(isTitle ? '' : column.title),
      render: (_, row) => (lead ? <Link to={lead(row)}>{show(row)}</Link> : show(row)),
      ...(column.sort === undefined ? {} : { sorter: true, sortOrder: orderOf(sort, column.sort) }),
    };
  });
}

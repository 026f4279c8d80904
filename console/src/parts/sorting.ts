/** The hub sorts by one name; a minus before it turns the order round. */

/** How a column stands under `sort`. */
export function orderOf(sort: string | null, name: string): 'ascend' | 'descend' | null {
  if (sort === name) return 'ascend';
  return sort === `-${name}` ? 'descend' : null;
}

/** What antd tells of a click on a column head. */
interface Sorted {
  readonly columnKey?: PropertyKey | bigint;
  readonly order?: 'ascend' | 'descend' | null;
}

/** The same, as the hub is asked. */
export function sortFrom(sorter: Sorted | readonly Sorted[]): string | null {
  const first = 'length' in sorter ? sorter[0] : sorter;
  if (!first?.order) return null;
  return `${first.order === 'descend' ? '-' : ''}${String(first.columnKey)}`;
}

import { type RefObject, useEffect } from 'react';
import { walkingKey } from './walking-key.ts';

/** J and K walk through the rows of a list, from link to link; Enter opens the one reached, as it does with any link. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const way = walkingKey(event);
      if (way === null || event.defaultPrevented) return;
      const rows = [...(list.current?.querySelectorAll('.ant-table-row') ?? [])];
      const at = rows.findIndex((row) => row.contains(document.activeElement));
      const next = rows[way === 'on' ? at + 1 : Math.max(at - 1, 0)];
      next?.querySelector<HTMLElement>('td a')?.focus();
      event.preventDefault();
    };
    document.addEventListener('keydown', walk);
    return () => document.removeEventListener('keydown', walk);
  }, [list]);
}

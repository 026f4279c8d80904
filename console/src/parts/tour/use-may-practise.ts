import { useMay } from '#console/api/session.ts';

/** Whether somebody may do all that the tour shows. */
export function useMayPractise(): boolean {
  const may = useMay();
  const needed = ['books:write', 'connections:write', 'crosswalks:write', 'flows:write'] as const;
  return needed.every((permission) => may(permission));
}

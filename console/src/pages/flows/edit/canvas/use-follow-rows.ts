import { useUpdateNodeInternals } from '@xyflow/react';
import { useEffect } from 'react';

/** Lines are drawn to where their rows stand, so they are drawn anew when other rows come and go. */
export function useFollowRows(node: string, rows: readonly string[]): void {
  const update = useUpdateNodeInternals();
  const shown = rows.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown decides where a row stands
  useEffect(() => update(node), [node, update, shown]);
}

import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ProblemView } from './problem-view.tsx';

/** Shows what the hub told; a skeleton until it does, the trouble where it cannot. */
export function Told<Data>({
  of,
  children,
  skeleton = <Skeleton active paragraph={{ rows: 4 }} />,
}: {
  readonly of: UseQueryResult<Data, unknown>;
  readonly children: (data: Data) => ReactNode;
  readonly skeleton?: ReactNode;
}) {
  if (of.data !== undefined) return children(of.data);
  return of.isError ? <ProblemView error={of.error} retry={() => void of.refetch()} /> : skeleton;
}

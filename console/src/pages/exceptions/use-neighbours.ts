import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { askList } from '#console/api/list-path.ts';
import { filtersOf, queryOf, withStandard } from '#console/parts/list-state.ts';
import { walkingKey } from '#console/parts/walking-key.ts';
import { type Neighbours, neighboursOf } from './neighbours.ts';

const NAMES = [
  ...['search', 'code', 'state', 'effect', 'flow', 'assignee', 'impactMin'],
  ...['openedFrom', 'openedTo', 'connection', 'book'],
];
const WALK_MAX = 200;

/** Those before and after in the list this one was opened from, kept while one walks it: what is solved stays in its place. */
export function useNeighbours(id: string): Neighbours {
  const [address] = useSearchParams();
  const search = withStandard(address, NAMES, { state: 'open' });
  const query = { ...queryOf(search, NAMES), limit: WALK_MAX };
  const list = useQuery({
    queryKey: ['walk', filtersOf(search, NAMES), search.get('sort'), search.get('after')],
    queryFn: () => askList('/api/v1/exceptions', undefined, query),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return neighboursOf(list.data?.items.map((one) => one.id) ?? [], id);
}

/** The address of another exception of the same walk. */
export function useWalk(): (id: string) => string {
  const [search] = useSearchParams();
  return (id) => `/exceptions/${id}?${search}`;
}

/** J goes on, K goes back, unless somebody is writing. */
export function useWalkKeys({ previous, next }: Neighbours): void {
  const navigate = useNavigate();
  const address = useWalk();
  useEffect(() => {
    const walk = (event: KeyboardEvent) => {
      const way = walkingKey(event);
      const to = way === 'on' ? next : way === 'back' ? previous : null;
      if (to !== null) void navigate(address(to));
    };
    document.addEventListener('keydown', walk);
    return () => document.removeEventListener('keydown', walk);
  }, [previous, next, navigate, address]);
}

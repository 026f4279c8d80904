import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, told } from '#console/api/client.ts';
import { questionOf } from './question.ts';

/** The overview as the address asks for it. */
export function useOverview() {
  const [search] = useSearchParams();
  return useQuery({
    queryKey: ['/api/v1/overview', search.toString()],
    queryFn: () => told(api.GET('/api/v1/overview', { params: { query: questionOf(search, new Date()) } })),
    placeholderData: keepPreviousData,
  });
}

import { useParams } from 'react-router';
import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';

/** The code of the book in the address. */
export function useBookCode(): string {
  return useParams().book ?? '';
}

export function useBook(book: string) {
  return useTold(['/api/v1/books/{book}', book], () =>
    api.GET('/api/v1/books/{book}', { params: { path: { book } } }),
  );
}

export function usePeriods(book: string) {
  return useTold(['/api/v1/books/{book}/periods', book], () =>
    api.GET('/api/v1/books/{book}/periods', { params: { path: { book } } }),
  );
}

export function useAccounts(book: string) {
  return useTold(['/api/v1/books/{book}/accounts', book], () =>
    api.GET('/api/v1/books/{book}/accounts', { params: { path: { book } } }),
  );
}

export function useDimensions(book: string) {
  return useTold(['/api/v1/books/{book}/dimensions', book], () =>
    api.GET('/api/v1/books/{book}/dimensions', { params: { path: { book } } }),
  );
}

import { language } from '#console/words/language.ts';
import { api } from './client.ts';
import { useMay } from './session.ts';
import { useTold } from './use-told.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Choices {
  readonly books: readonly Choice[];
  readonly connections: readonly Choice[];
  readonly flows: readonly Choice[];
}

/** What people call the thing of this code; the code itself where one may not see its name, null where there is none. */
export function labelOf(choices: readonly Choice[], code: string | null): string | null {
  return code === null ? null : (choices.find(({ value }) => value === code)?.label ?? code);
}

/** The books, connections and flows one may choose from in filters; those one may not see are left out. */
export function useChoices(): Choices {
  const may = useMay();
  const reader = language.use();
  const books = useTold(['/api/v1/books'], () => api.GET('/api/v1/books'), {
    isWanted: may('books:read'),
  });
  const connections = useTold(['/api/v1/connections'], () => api.GET('/api/v1/connections'), {
    isWanted: may('connections:read'),
  });
  const flows = useTold(['/api/v1/flows'], () => api.GET('/api/v1/flows'), {
    isWanted: may('flows:read'),
  });
  return {
    books: (books.data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${name} ${code}` })),
    connections: (connections.data?.items ?? []).map(({ code, title }) => ({
      value: code,
      label: title || code,
    })),
    flows: (flows.data?.items ?? []).map(({ code, title }) => ({
      value: code,
      label: title?.[reader] ?? code,
    })),
  };
}

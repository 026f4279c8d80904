import { useQuery } from '@tanstack/react-query';
import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';
import type { WizardState } from './wizard-state.ts';

/** The template with the places that were chosen, as the text of a flow. */
export function useFilled({ template, connection, book, target, code, source }: WizardState) {
  return useQuery({
    queryKey: ['flow-filled', template?.code, connection, book, target, code, source],
    queryFn: async () => (source === null ? fill({ template, connection, book, target, code }) : source),
    enabled: source !== null || (template != null && connection !== null && book !== null),
  });
}

type Places = Pick<WizardState, 'template' | 'connection' | 'book' | 'target' | 'code'>;

async function fill({ template, connection, book, target, code }: Places): Promise<string> {
  const { source } = await told(
    api.POST('/api/v1/flow-templates/{template}/fill', {
      params: { path: { template: template?.code ?? '' } },
      body: {
        flow: code,
        book: book ?? '',
        connection: connection ?? '',
        ...(target === null ? {} : { target }),
      },
    }),
  );
  return target === null ? withoutTargets(source) : source;
}

/** A template sends its vouchers somewhere; nobody chose where, so they stay here. */
async function withoutTargets(source: string): Promise<string> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(source);
  document.set('targets', document.createNode([], { flow: true }));
  return document.toString({ lineWidth: 0 });
}

/** What a flow that is not saved yet makes of samples. */
export function usePreview(source: string | undefined, samples: readonly unknown[]) {
  return useQuery<Schemas['FlowPreview']>({
    queryKey: ['flow-preview', source, samples],
    queryFn: () =>
      told(api.POST('/api/v1/flows/preview', { body: { source: source ?? '', samples: [...samples] } })),
    enabled: source !== undefined,
    staleTime: 0,
  });
}

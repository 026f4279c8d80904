import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';

/** Every connector that the hub knows. */
export function useConnectors() {
  return useTold(['/api/v1/connectors'], () => api.GET('/api/v1/connectors'));
}

/** Every flow one may see. */
export function useFlows() {
  return useTold(['/api/v1/flows'], () => api.GET('/api/v1/flows'));
}

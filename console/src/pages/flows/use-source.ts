import { api } from '#console/api/client.ts';
import { useTold } from '#console/api/use-told.ts';

/** What the source of a flow can do; null until it is known. */
export function useSourceCapabilities(connection: string): readonly string[] | null {
  const connections = useTold(['/api/v1/connections'], () => api.GET('/api/v1/connections'));
  const connectors = useTold(['/api/v1/connectors'], () => api.GET('/api/v1/connectors'));
  if (!connections.data || !connectors.data) return null;
  const found = connections.data.items.find((one) => one.code === connection);
  return connectors.data.items.find(({ name }) => name === found?.connector)?.capabilities ?? [];
}

import { api, told } from '#console/api/client.ts';

/** Records to try a flow on: the newest that arrived, or those of the template that reads the same; none where they may not be seen. */
export async function askStoredSamples(flow: string): Promise<unknown[]> {
  try {
    const params = { path: { flow } };
    const { samples } = await told(api.GET('/api/v1/flows/{flow}/samples', { params }));
    return samples.filter((sample) => typeof sample === 'object' && sample !== null);
  } catch {
    // Whoever may edit a flow but not see records brings a sample along.
    return [];
  }
}

/** A few records from the system itself, which keeps none of it. */
export async function askSystem(connection: string, kind: string): Promise<unknown[]> {
  const params = { path: { connection } };
  const { samples } = await told(
    api.POST('/api/v1/connections/{connection}/samples', { params, body: { kind, limit: 5 } }),
  );
  return samples.filter((sample) => typeof sample === 'object' && sample !== null);
}

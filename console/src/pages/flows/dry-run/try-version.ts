import { api, told } from '#console/api/client.ts';
import type { Schemas } from '#console/api/paths.ts';

export interface Wanted {
  readonly version: number;
  readonly records: number;
}

/** What came of a trial; what it was compared with, where that is another version. */
export interface Trial {
  readonly version: number;
  readonly results: readonly Schemas['Tried'][];
  readonly base: number | null;
  readonly differing: readonly Schemas['ComparedRecord'][];
  readonly differs: number;
}

/** Tries a version on the newest records, and where another one is in force, says what differs from it. */
export async function tryVersion(flow: Schemas['Flow'], { version, records }: Wanted): Promise<Trial> {
  const params = { path: { flow: flow.code } };
  const base = flow.publishedVersion;
  const { results } = await told(
    api.POST('/api/v1/flows/{flow}/dry-run', { params, body: { version, stored: records } }),
  );
  if (base === null || base === version) return { version, results, base: null, differing: [], differs: 0 };
  const compared = await told(
    api.POST('/api/v1/flows/{flow}/compare', { params, body: { version, records } }),
  );
  return { version, results, base, differing: compared.records, differs: compared.differing };
}

/** The vouchers that a version writes of one stored record. */
export async function draftsOf({
  flow,
  version,
  record,
}: {
  readonly flow: string;
  readonly version: number;
  readonly record: string;
}) {
  const params = { path: { flow, version } };
  const { source } = await told(api.GET('/api/v1/flows/{flow}/versions/{version}', { params }));
  const { results } = await told(api.POST('/api/v1/flows/preview', { body: { source, records: [record] } }));
  return results.flatMap(({ drafts }) => drafts);
}

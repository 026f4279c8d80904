import { collectorOf } from '#connectors/kit/collector.ts';
import { Fault } from '#core/trouble/trouble.ts';
import type { OpenConnection } from './connections.ts';

/** A few records of a kind, read from the system itself and kept nowhere. */
export async function readSamples(
  { connector, client }: OpenConnection,
  { kind, limit, signal }: { kind: string; limit: number; signal: AbortSignal },
): Promise<Uint8Array[]> {
  const collect = collectorOf(connector, kind);
  if (!collect) {
    const params = { connector: connector.name, kind };
    throw new Fault('collect_unsupported', { retry: { kind: 'never' }, params });
  }
  const samples: Uint8Array[] = [];
  for await (const { records } of collect(client, null, signal)) {
    samples.push(...records.slice(0, limit - samples.length).map(({ raw }) => raw));
    if (samples.length >= limit) break;
  }
  return samples;
}

/** The same from a file, as its connector reads it. */
export async function readFileSamples(
  { connector, settings }: OpenConnection,
  { name, bytes, limit, signal }: { name: string; bytes: Uint8Array; limit: number; signal: AbortSignal },
): Promise<Uint8Array[]> {
  const { files } = connector;
  if (!files) {
    throw new Fault('files_unsupported', { retry: { kind: 'never' }, params: { connector: connector.name } });
  }
  const samples: Uint8Array[] = [];
  const source = { name, bytes: once(bytes) };
  for await (const { raw } of files(source, settings, signal)) {
    samples.push(raw);
    if (samples.length >= limit) break;
  }
  return samples;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

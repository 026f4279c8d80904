import type { FileRecord } from '#connectors/kit/connector.ts';
import { Fault, RefusalError } from '#core/trouble/trouble.ts';
import type { NameRecord } from '#pipeline/flows/name-record.ts';
import { readCsv } from './csv.ts';
import { splitLines } from './lines.ts';
import { gunzipped, limited } from './unpack.ts';

/** How far reading has come; for whoever must say where it broke off. */
export interface Position {
  line: number;
}

export interface Upload {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly format: 'ndjson' | 'csv';
  readonly charset: string;
  readonly isGzip: boolean;
  /** What each record is called, as flows ask for it. */
  readonly kind: string;
  readonly nameOf: NameRecord;
  /** Largest body, packed or unpacked. */
  readonly bytesMax: number;
  readonly lineMax: number;
  readonly position: Position;
}

/**
 * The records of an upload as they arrive: one per line or row, whatever is in it — what cannot be read is for posting to
 * hold with its reason. Reading ends with a refusal that names the line when the stream breaks off or exceeds a limit.
 */
export async function* readUpload(upload: Upload): AsyncGenerator<FileRecord> {
  const { position, bytesMax, isGzip } = upload;
  const packed = limited(upload.bytes, bytesMax);
  const bytes = isGzip ? limited(gunzipped(packed), bytesMax) : packed;
  try {
    if (upload.format === 'csv') yield* readCsv(bytes, upload);
    else yield* readLines(bytes, upload);
  } catch (error) {
    throw explain(error, position.line);
  }
}

async function* readLines(bytes: AsyncIterable<Uint8Array>, upload: Upload): AsyncGenerator<FileRecord> {
  const { kind, nameOf, position, lineMax } = upload;
  for await (const line of splitLines(bytes, lineMax)) {
    position.line = line.number;
    yield { kind, externalId: nameOf(line.bytes), mediaType: 'application/json', raw: line.bytes };
  }
}

function explain(error: unknown, line: number): unknown {
  if (error instanceof RefusalError || error instanceof Fault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const params = { line: String(line) };
  const at = `line ${line}`;
  if (code === 'Z_BUF_ERROR') return new RefusalError({ code: 'upload_truncated', at, params });
  if (code.startsWith('Z_')) return new RefusalError({ code: 'upload_damaged', at, params });
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return new RefusalError({ code: 'upload_interrupted', at, params });
  }
  return error;
}

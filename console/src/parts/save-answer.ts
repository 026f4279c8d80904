import { fileNameOf } from './file-name-of.ts';

/** Keeps a file the hub answers with on the reader's machine, telling how many bytes have come; its name comes back. */
export async function saveAnswer(response: Response, onBytes: (bytes: number) => void): Promise<string> {
  const parts: BlobPart[] = [];
  let bytes = 0;
  for await (const part of piecesOf(response)) {
    parts.push(part);
    bytes += part.byteLength;
    onBytes(bytes);
  }
  const name = fileNameOf(response.headers.get('content-disposition') ?? '');
  const address = URL.createObjectURL(new Blob(parts, { type: response.headers.get('content-type') ?? '' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
  return name;
}

/** Not every browser goes through a stream by itself. */
async function* piecesOf(response: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (piece === undefined || piece.done) return;
    yield piece.value;
  }
}

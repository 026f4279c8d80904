import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from '#pipeline/post/merkle.ts';

/** Who signs: a name and an Ed25519 key, as C2SP signed-note has it (Decision 13). */
export interface NoteSigner {
  readonly key: KeyObject;
  /** The public half in one line, for whoever is to check signatures: `name+1a2b3c4d+AY…`. */
  readonly verifierKey: string;
}

/** Whose signatures are believed. */
export interface NoteVerifier {
  readonly name: string;
  readonly id: Buffer;
  readonly key: KeyObject;
}

const ED25519 = 1;
const ID_BYTES = 4;
const KEY_BYTES = 32;

/** A signer of this name with the private key of a PEM text. */
export function noteSigner(name: string, pem: string): NoteSigner {
  const key = createPrivateKey(pem);
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  const material = Buffer.concat([Buffer.of(ED25519), Buffer.from(x, 'base64url')]);
  const id = keyId(name, material).toString('hex');
  return { key, verifierKey: `${name}+${id}+${material.toString('base64')}` };
}

/** Reads a line that `verifierKey` gave; null where it is none. */
export function noteVerifier(line: string): NoteVerifier | null {
  const [, name = '', id = '', encoded = ''] =
    /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(line.trim()) ?? [];
  const material = Buffer.from(encoded, 'base64');
  if (material.byteLength !== 1 + KEY_BYTES || material[0] !== ED25519) return null;
  if (keyId(name, material).toString('hex') !== id) return null;
  const x = material.subarray(1).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return { name, id: Buffer.from(id, 'hex'), key };
}

function keyId(name: string, material: Uint8Array): Buffer {
  return Buffer.from(sha256(Buffer.concat([Buffer.from(`${name}\n`), material]))).subarray(0, ID_BYTES);
}

/** The text with its signature below it. `text` ends with a line break and has no empty line. */
export function signNote(text: string, { key, verifierKey }: NoteSigner): string {
  const [name = '', id = ''] = verifierKey.split('+');
  const signature = Buffer.concat([Buffer.from(id, 'hex'), sign(null, Buffer.from(text), key)]);
  return `${text}\n— ${name} ${signature.toString('base64')}\n`;
}

/** The text of a note that one of these has signed; null where none has. */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): string | null {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const isSigned = note
    .slice(end + 2)
    .split('\n')
    .some((line) => isSignature(line, { text, verifiers }));
  return end > 0 && isSigned ? text : null;
}

function isSignature(
  line: string,
  { text, verifiers }: { readonly text: string; readonly verifiers: readonly NoteVerifier[] },
): boolean {
  const [, name, encoded = ''] = /^— (\S+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const [id, signature] = [bytes.subarray(0, ID_BYTES), bytes.subarray(ID_BYTES)];
  return verifiers.some(
    (one) => one.name === name && one.id.equals(id) && verify(null, Buffer.from(text), one.key, signature),
  );
}

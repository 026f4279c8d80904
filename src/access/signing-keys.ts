import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import type { Database } from '#storage/database.ts';
import {
  deleteSigningKeys,
  insertSigningKey,
  listSigningKeys,
  lockSigningKeys,
  type SigningKeyRow,
} from '#storage/signing-keys.ts';

/** Encrypts what must not be read in the database. */
export interface SealingBox {
  seal(plain: Readonly<Record<string, unknown>>): Uint8Array;
  open(sealed: Uint8Array): Record<string, unknown>;
}

export interface SigningKey {
  readonly keyId: string;
  readonly publicKey: CryptoKey;
  /** With its private part, for whoever signs. */
  readonly privateJwk: JWK;
  readonly createdAt: Date;
}

export const SIGNING_ALGORITHM = 'ES256';
const DAY_MS = 86_400_000;
/** A key signs this long; then a new one does. */
const SIGNS_MS = 90 * DAY_MS;
/** A key that signs no more is trusted this much longer: more than any token of it lives. */
const OVERLAP_MS = DAY_MS;
/** How long another process may not know of a new key. */
const REREAD_MS = 60_000;
/** Tokens of unknown keys cost the database no more than this often. */
const UNKNOWN_MS = 5_000;

export interface SigningKeysOptions {
  readonly database: Database;
  readonly box: SealingBox;
  readonly now: () => Date;
}

/** The keys with which this hub signs access tokens. They are made, rotated and forgotten by themselves. */
export class SigningKeys {
  readonly #options: SigningKeysOptions;
  #keys: Promise<readonly SigningKey[]> | null = null;
  #readAt = 0;

  constructor(options: SigningKeysOptions) {
    this.#options = options;
  }

  /** All that are trusted, newest first: the first one signs. There is always one. */
  async current(): Promise<readonly SigningKey[]> {
    const now = this.#options.now().getTime();
    if (this.#keys === null || now - this.#readAt > REREAD_MS) this.#read(now);
    const keys = await this.#keys!;
    if (isYoung(keys[0], now)) return keys;
    await this.#rotate();
    this.#read(now);
    return this.#keys!;
  }

  /** The trusted key of this id; one that another process has just made is looked for. */
  async find(keyId: string): Promise<SigningKey | null> {
    const known = (await this.current()).find((key) => key.keyId === keyId);
    const now = this.#options.now().getTime();
    if (known || now - this.#readAt < UNKNOWN_MS) return known ?? null;
    this.#read(now);
    return (await this.current()).find((key) => key.keyId === keyId) ?? null;
  }

  #read(now: number): void {
    this.#readAt = now;
    const reading = readKeys(this.#options);
    this.#keys = reading;
    // What failed is asked again by the next request.
    reading.catch(() => {
      if (this.#keys === reading) this.#keys = null;
    });
  }

  async #rotate(): Promise<void> {
    const { database, box, now } = this.#options;
    const made = await newKey(box, now());
    await database.transaction(async (tx) => {
      await lockSigningKeys(tx);
      const rows = await listSigningKeys(tx);
      const usable = await openKeys(rows, box);
      if (isYoung(usable[0], now().getTime())) return;
      const over = rows.filter(
        (row) => !usable.some((key) => key.keyId === row.key_id) || isOver(row, now()),
      );
      await deleteSigningKeys(
        tx,
        over.map((row) => row.key_id),
      );
      await insertSigningKey(tx, made);
    });
  }
}

function isYoung(key: SigningKey | undefined, now: number): boolean {
  return key !== undefined && now - key.createdAt.getTime() < SIGNS_MS;
}

function isOver(row: SigningKeyRow, now: Date): boolean {
  return now.getTime() - row.created_at.getTime() > SIGNS_MS + OVERLAP_MS;
}

async function readKeys({ database, box, now }: SigningKeysOptions): Promise<readonly SigningKey[]> {
  const rows = await listSigningKeys(database);
  return openKeys(
    rows.filter((row) => !isOver(row, now())),
    box,
  );
}

/** A key that was sealed with another master key is as good as lost: it is left out, and a new one takes its place. */
async function openKeys(rows: readonly SigningKeyRow[], box: SealingBox): Promise<readonly SigningKey[]> {
  const keys: SigningKey[] = [];
  for (const row of rows) {
    const privateJwk = openedOrNull(row, box);
    if (privateJwk === null) continue;
    const { d: _, ...publicJwk } = privateJwk;
    const publicKey = await importJWK(publicJwk, SIGNING_ALGORITHM);
    if (publicKey instanceof Uint8Array) continue;
    keys.push({ keyId: row.key_id, publicKey, privateJwk, createdAt: row.created_at });
  }
  return keys;
}

function openedOrNull(row: SigningKeyRow, box: SealingBox): JWK | null {
  try {
    return { ...box.open(row.sealed), ...row.public_jwk };
  } catch {
    return null;
  }
}

async function newKey(box: SealingBox, createdAt: Date) {
  const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const { d, ...rest } = await exportJWK(pair.privateKey);
  const keyId = await calculateJwkThumbprint(rest);
  const public_jwk = { ...rest, kid: keyId, alg: SIGNING_ALGORITHM, use: 'sig' };
  return { key_id: keyId, public_jwk, sealed: box.seal({ d }), created_at: createdAt };
}

import { createHash } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { SIGNING_ALGORITHM, type SigningKeys } from './signing-keys.ts';

/** What a token says, once everything about it is proven. */
export interface CheckedToken {
  readonly clientId: string;
  readonly scopes: ReadonlySet<string>;
  /** The certificate it is bound to (RFC 8705 §3), SHA-256, base64url; null: to none. */
  readonly certificate: string | null;
  readonly keyId: string;
  readonly expiresAtMs: number;
}

export interface TokenCheckOptions {
  readonly keys: SigningKeys;
  readonly issuer: () => string;
  readonly audience: () => string;
  readonly now: () => Date;
}

const TOKEN_LENGTH_MAX = 8_000;
const CACHED_MAX = 10_000;
const CLOCK_TOLERANCE_S = 5;
/** Where a token would bring its own key or say where to fetch one (ASVS v5.0.0-9.1.3). */
const FOREIGN_KEYS = ['jku', 'jwk', 'x5u', 'x5c', 'x5t', 'x5t#S256'];

/**
 * Checks access tokens (RFC 9068 §4): our algorithm, our type, our keys, our issuer, our audience, and the time. What was
 * proven once is remembered until it expires; what the client may do is never remembered.
 */
export class TokenCheck {
  readonly #options: TokenCheckOptions;
  readonly #proven = new Map<string, CheckedToken>();

  constructor(options: TokenCheckOptions) {
    this.#options = options;
  }

  /** Null where anything is wrong with it: which, is nobody's business. */
  async check(token: string): Promise<CheckedToken | null> {
    if (token.length > TOKEN_LENGTH_MAX) return null;
    const hash = createHash('sha256').update(token).digest('base64');
    const known = this.#proven.get(hash);
    if (known) return (await this.#isStillGood(known)) ? known : this.#forget(hash);
    const proven = await this.#prove(token);
    if (proven) this.#remember(hash, proven);
    return proven;
  }

  async #isStillGood({ keyId, expiresAtMs }: CheckedToken): Promise<boolean> {
    if (expiresAtMs <= this.#options.now().getTime()) return false;
    return (await this.#options.keys.find(keyId)) !== null;
  }

  #forget(hash: string): null {
    this.#proven.delete(hash);
    return null;
  }

  #remember(hash: string, proven: CheckedToken): void {
    this.#proven.set(hash, proven);
    if (this.#proven.size <= CACHED_MAX) return;
    const [oldest] = this.#proven.keys();
    if (oldest !== undefined) this.#proven.delete(oldest);
  }

  async #prove(token: string): Promise<CheckedToken | null> {
    try {
      return await this.#verify(token);
    } catch (error) {
      // Only what the token itself does wrong; a database that is away is a fault and goes up.
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  async #verify(token: string): Promise<CheckedToken | null> {
    const { issuer, audience, keys, now } = this.#options;
    const keyId = keyIdOf(token);
    const key = keyId && (await keys.find(keyId));
    if (!key) return null;
    const { payload } = await jwtVerify(token, key.publicKey, {
      algorithms: [SIGNING_ALGORITHM],
      typ: 'at+jwt',
      issuer: issuer(),
      audience: audience(),
      requiredClaims: ['iss', 'aud', 'exp', 'iat', 'sub', 'jti', 'client_id'],
      clockTolerance: CLOCK_TOLERANCE_S,
      currentDate: now(),
    });
    const { client_id: clientId, scope, exp } = payload;
    if (typeof clientId !== 'string' || payload.sub !== clientId) return null;
    return {
      clientId,
      scopes: new Set(typeof scope === 'string' ? scope.split(' ') : []),
      certificate: boundTo(payload.cnf),
      keyId: key.keyId,
      expiresAtMs: (exp ?? 0) * 1_000,
    };
  }
}

/** Null where it is no signed token, or one that comes with a key of its own. */
function keyIdOf(token: string): string | null {
  try {
    const header = decodeProtectedHeader(token);
    const isForeign = FOREIGN_KEYS.some((name) => name in header);
    return isForeign || typeof header.kid !== 'string' ? null : header.kid;
  } catch {
    return null;
  }
}

function boundTo(confirmation: unknown): string | null {
  if (typeof confirmation !== 'object' || confirmation === null) return null;
  const { 'x5t#S256': thumbprint }: { 'x5t#S256'?: unknown } = confirmation;
  return typeof thumbprint === 'string' ? thumbprint : null;
}

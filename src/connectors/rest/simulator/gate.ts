import { createHash, createHmac } from 'node:crypto';
import { jsonAnswer, type SimulatorAnswer, type SimulatorRequest } from '#connectors/kit/simulator-server.ts';

export const AUTHS = ['none', 'basic', 'bearer', 'key-header', 'key-query', 'oauth2', 'hmac'] as const;
export type Auth = (typeof AUTHS)[number];

/** What the simulated system accepts; invented. */
export const CREDENTIALS = {
  user: 'reader',
  password: 'pässword-1',
  token: 'static-token-1',
  apiKey: 'key-1234',
  clientId: 'client-1',
  clientSecret: 'client-secret-1',
  hmacKeyId: 'app-1',
  hmacSecret: 'signing-secret-1',
} as const;

const TOKEN_SECONDS = 3600;
const CLOCK_MS = 300_000;

/** Lets requests in or not, in any of the ways that systems do. */
export class Gate {
  readonly #tokens = new Set<string>();
  #issued = 0;
  #isRevoked = false;

  get issued(): number {
    return this.#issued;
  }

  /** From now on nothing is accepted: somebody withdrew the credentials. */
  revoke(): void {
    this.#isRevoked = true;
    this.#tokens.clear();
  }

  /** All tokens given out so far end now, whatever was promised. */
  expireTokens(): void {
    this.#tokens.clear();
  }

  issueToken({ headers, body }: SimulatorRequest): SimulatorAnswer {
    const form = new URLSearchParams(body.toString('utf8'));
    const { clientId, clientSecret } = CREDENTIALS;
    const isClient =
      headers.authorization === basic(clientId, clientSecret) ||
      (form.get('client_id') === clientId && form.get('client_secret') === clientSecret);
    if (!isClient || this.#isRevoked) return jsonAnswer({ error: 'invalid_client' }, 401);
    if (form.get('grant_type') !== 'client_credentials') {
      return jsonAnswer({ error: 'unsupported_grant_type' }, 400);
    }
    this.#issued += 1;
    const token = `oauth-token-${this.#issued}`;
    this.#tokens.add(token);
    return jsonAnswer({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS });
  }

  lets(auth: Auth, request: SimulatorRequest): boolean {
    if (auth === 'none') return true;
    if (this.#isRevoked) return false;
    const { headers, query } = request;
    const bearer = headers.authorization?.replace(/^Bearer /, '') ?? '';
    switch (auth) {
      case 'basic':
        return headers.authorization === basic(CREDENTIALS.user, CREDENTIALS.password);
      case 'bearer':
        return bearer === CREDENTIALS.token;
      case 'key-header':
        return headers['x-api-key'] === CREDENTIALS.apiKey;
      case 'key-query':
        return query.get('api_key') === CREDENTIALS.apiKey;
      case 'oauth2':
        return this.#tokens.has(bearer);
      case 'hmac':
        return isSigned(request);
    }
  }
}

/** Written from the documentation of the scheme, not from our client: the two must agree. */
function isSigned({ method, path, query, headers, body }: SimulatorRequest): boolean {
  const timestamp = String(headers['x-timestamp']);
  if (Math.abs(Date.now() - Number(timestamp) * 1000) > CLOCK_MS) return false;
  const sorted = [...query].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const lines = [method, path, sorted.join('&'), timestamp, String(headers['x-nonce']), bodyHash];
  const mac = createHmac('sha256', CREDENTIALS.hmacSecret).update(lines.join('\n')).digest('hex');
  return headers['x-key-id'] === CREDENTIALS.hmacKeyId && headers['x-signature'] === mac;
}

function encode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

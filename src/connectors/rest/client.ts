import type { Ports } from '#connectors/kit/connector.ts';
import { type JsonAnswer, requestJson } from '#connectors/kit/http.ts';
import { scalarAt } from '#connectors/kit/json-slices.ts';
import { parseLinkHeader } from '#connectors/kit/link-header.ts';
import { maskSecrets, secretsOf } from '#connectors/kit/secrets.ts';
import { accept, Fault, type Outcome, type Refusal, RefusalError, refuse } from '#core/trouble/trouble.ts';
import { ANSWER_BYTES_MAX, readAnswer } from './answer.ts';
import { addKeyToQuery, authorize, basic } from './authorize.ts';
import { createTokenSource, type Token, type TokenSource } from './oauth-token.ts';
import { type RestSettings, settings as schema } from './settings.ts';

export interface RestCall {
  readonly method: string;
  /** Escaped, starts with `/`, may end in a query. */
  readonly path: string;
  readonly query?: readonly (readonly [string, string])[];
  readonly body?: string;
  /** Asking twice changes nothing. */
  readonly isRead: boolean;
  readonly signal: AbortSignal;
}

export interface RestAnswer {
  readonly text: string;
  /** When they answered, by their clock where they say so. */
  readonly answeredAt: Date;
  /** Path and query of the next page, where a Link header names one. */
  readonly nextPath: string | null;
}

const TOKEN_SECONDS_DEFAULT = 300;

/** Speaks to one configured system. Lives as long as its connection; holds nothing but a token. */
export class RestClient {
  readonly settings: RestSettings;
  readonly ports: Ports;
  readonly #tokens: TokenSource | null;
  readonly #secrets: string[];

  constructor(settings: RestSettings, ports: Ports) {
    this.settings = settings;
    this.ports = ports;
    this.#secrets = secretsOf(schema, { ...settings });
    this.#tokens =
      settings.auth === 'oauth2' ? createTokenSource(() => this.#requestToken(), ports.now) : null;
  }

  /**
   * One request and its believed answer. Credentials that are not accepted are thrown: they concern every
   * request alike. Any other no is returned: it may concern this record only.
   */
  async call(call: RestCall): Promise<Outcome<RestAnswer>> {
    const url = this.#urlOf(call);
    const first = await this.#attempt(url, call);
    // A token may be revoked before it ends. One renewal tells whether that was all.
    const { answer } = this.#isStale(first) ? await this.#attempt(url, call) : first;
    this.#rejectUnwelcome(answer, url);
    const read = readAnswer(
      { status: answer.status, text: answer.text, path: url.pathname, isRead: call.isRead },
      this.settings,
    );
    if (!read.ok) return refuse(this.#masked(read.refusal));
    return accept({
      text: read.value,
      answeredAt: dateOf(answer) ?? this.ports.now(),
      nextPath: this.#nextPath(answer, url),
    });
  }

  #isStale({ answer, token }: { readonly answer: JsonAnswer; readonly token: string | null }): boolean {
    if (answer.status !== 401 || token === null) return false;
    this.#tokens?.reject(token);
    return true;
  }

  async #attempt(url: URL, call: RestCall): Promise<{ answer: JsonAnswer; token: string | null }> {
    const contentType = call.body === undefined ? '' : 'application/json';
    const signed = { method: call.method, url, contentType, body: call.body ?? '' };
    const { ports, settings } = this;
    const nonce = () => Math.floor(ports.random() * 2 ** 52).toString(36);
    const pass = await authorize(settings, signed, { tokens: this.#tokens, now: ports.now, nonce });
    const secrets = pass.token === null ? this.#secrets : [...this.#secrets, pass.token];
    const answer = await requestJson(ports, {
      url: url.href,
      method: call.method,
      headers: {
        accept: 'application/json',
        ...(contentType === '' ? {} : { 'content-type': contentType }),
        ...settings.headers,
        ...pass.headers,
      },
      ...(call.body === undefined ? {} : { body: call.body }),
      timeoutMs: settings.timeoutSeconds * 1000,
      answerBytesMax: ANSWER_BYTES_MAX,
      isRead: call.isRead,
      // Parsed only once its size and depth are known to be harmless.
      readBody: () => null,
      secrets,
      signal: call.signal,
    });
    return { answer, token: pass.token };
  }

  #urlOf({ path, query = [] }: RestCall): URL {
    const url = new URL(this.settings.baseUrl.replace(/\/+$/, '') + path);
    for (const [name, value] of query) url.searchParams.append(name, value);
    addKeyToQuery(url, this.settings);
    return url;
  }

  #rejectUnwelcome(answer: JsonAnswer, url: URL): void {
    if (answer.status !== 401 && answer.status !== 403) return;
    const code = answer.status === 401 ? 'credentials_refused' : 'permission_refused';
    const params = { status: String(answer.status), answer: answer.text.slice(0, 300) };
    throw new RefusalError(this.#masked({ code, at: url.pathname, params }));
  }

  /** A next page elsewhere would be handed our credentials, so it is not followed. */
  #nextPath(answer: JsonAnswer, url: URL): string | null {
    const target = parseLinkHeader(answer.headers.get('link')).get('next');
    if (target === undefined) return null;
    const next = URL.canParse(target, url.href) ? new URL(target, url.href) : null;
    const base = new URL(this.settings.baseUrl);
    const prefix = base.pathname.replace(/\/+$/, '');
    if (next === null || next.origin !== base.origin || !next.pathname.startsWith(`${prefix}/`)) {
      throw new RefusalError({
        code: 'rest_foreign_link',
        at: url.pathname,
        params: { link: target.slice(0, 300) },
      });
    }
    if (this.settings.apiKeyIn === 'query') next.searchParams.delete(this.settings.apiKeyName);
    return next.pathname.slice(prefix.length) + next.search;
  }

  async #requestToken(): Promise<Token> {
    const { tokenUrl, clientId, clientSecret, clientAuth, scope, timeoutSeconds } = this.settings;
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    if (scope !== null) form.set('scope', scope);
    const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' };
    if (clientAuth === 'basic') {
      headers.authorization = basic(
        encodeURIComponent(clientId ?? ''),
        encodeURIComponent(clientSecret ?? ''),
      );
    } else {
      form.set('client_id', clientId ?? '');
      form.set('client_secret', clientSecret ?? '');
    }
    const answer = await requestJson(this.ports, {
      url: tokenUrl ?? '',
      method: 'POST',
      headers: { accept: 'application/json', ...headers },
      body: form.toString(),
      timeoutMs: timeoutSeconds * 1000,
      isRead: true,
      secrets: this.#secrets,
    });
    return this.#readToken(answer);
  }

  #readToken({ status, text, body }: JsonAnswer): Token {
    const isObject = typeof body === 'object' && body !== null;
    if (status >= 400) {
      const params = { status: String(status), answer: text.slice(0, 300) };
      const code = [400, 401, 403].includes(status) ? 'credentials_refused' : 'rest_refused';
      throw new RefusalError(this.#masked({ code, at: 'tokenUrl', params }));
    }
    const value = isObject ? scalarAt(text, ['access_token']) : null;
    if (value === null) {
      const params = { status: String(status), answer: '' };
      throw new Fault('answer_not_understood', { retry: { kind: 'retry' }, params });
    }
    const said = Number(scalarAt(text, ['expires_in']) ?? Number.NaN);
    const seconds = Number.isFinite(said) ? said : TOKEN_SECONDS_DEFAULT;
    return { value, expiresAtMs: this.ports.now().getTime() + seconds * 1000 };
  }

  #masked(refusal: Refusal): Refusal {
    const params = Object.entries(refusal.params ?? {}).map(([name, text]) => [
      name,
      maskSecrets(text, this.#secrets),
    ]);
    return { ...refusal, params: Object.fromEntries(params) };
  }
}

function dateOf(answer: JsonAnswer): Date | null {
  const ms = Date.parse(answer.headers.get('date') ?? '');
  return Number.isNaN(ms) ? null : new Date(ms);
}

import type { FastifyInstance } from 'fastify';
import { valueAt } from '#connectors/kit/json.ts';
import type { TestHub, Told } from './test-hub.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** As much of a browser as signing in needs: cookies, an address, and the headers that say where a request comes from. */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;
  readonly #ip: string;
  readonly origin: string;

  constructor({ app }: Pick<TestHub, 'app'>, { ip = '127.0.0.1', origin = 'http://localhost:7070' } = {}) {
    this.#app = app;
    this.#ip = ip;
    this.origin = origin;
  }

  /** Asks under /api/v1, as a page of the hub would. */
  async send(
    method: Method,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
  ): Promise<Told> {
    const { host } = new URL(this.origin);
    const answer = await this.#app.inject({
      method,
      url: `/api/v1${path}`,
      remoteAddress: this.#ip,
      headers: {
        host,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    this.#keep([answer.headers['set-cookie'] ?? []].flat());
    const isJson = /json/.test(String(answer.headers['content-type']));
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: isJson ? answer.json() : answer.body,
    };
  }

  /** The status, and the code of a refusal or the state of the session: what most steps of a journey come down to. */
  async tell(method: Method, path: string, body?: unknown): Promise<string> {
    const told = await this.send(method, path, body);
    const word = valueAt(told.body, 'code') ?? valueAt(told.body, 'state') ?? '';
    return `${told.status} ${String(word)}`.trim();
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

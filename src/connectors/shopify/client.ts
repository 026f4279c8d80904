import type { Ports } from '#connectors/kit/connector.ts';
import { type JsonAnswer, requestJson } from '#connectors/kit/http.ts';
import { isRecord, listAt, textAt } from '#connectors/kit/json.ts';
import { itemSlices, scalarAt, sliceAt } from '#connectors/kit/json-slices.ts';
import { parseLinkHeader } from '#connectors/kit/link-header.ts';
import { maskSecrets } from '#connectors/kit/secrets.ts';
import { accept, Fault, type Outcome, RefusalError, refuse } from '#core/trouble/trouble.ts';
import { pauseMs } from './call-limit.ts';
import { errorText, pageInfoOf } from './codec.ts';
import { NAMESPACE } from './mark.ts';
import { NameCache } from './name-cache.ts';
import type { ShopifySettings } from './settings.ts';

const METAFIELD_TYPE = 'single_line_text_field';
const ANSWER_BYTES_MAX = 100 * 1024 * 1024;

export interface OrdersPage {
  readonly orders: readonly string[];
  readonly nextPageInfo: string | null;
  readonly answeredAt: Date;
}

export interface OrderFace {
  readonly name: string;
  readonly note: string | null;
}

export interface Metafield {
  readonly id: string;
  readonly value: string;
}

interface Call {
  readonly path: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

/** The Admin REST API of one shop. */
export class ShopifyClient {
  readonly settings: ShopifySettings;
  readonly ports: Ports;
  readonly #names = new NameCache();

  constructor(settings: ShopifySettings, ports: Ports) {
    this.settings = settings;
    this.ports = ports;
  }

  /** Orders of any status: those changed since an instant, or the page that `page_info` stands for. */
  async listOrders(
    from: { readonly since: string | null; readonly pageInfo: string | null },
    signal: AbortSignal,
  ): Promise<Outcome<OrdersPage>> {
    const limit = String(this.settings.pageSize);
    // Beside page_info only limit may be said again; the rest of the question is inside of it.
    const query =
      from.pageInfo !== null
        ? { limit, page_info: from.pageInfo }
        : { limit, status: 'any', ...(from.since === null ? {} : { updated_at_min: from.since }) };
    const answer = await this.#call({ path: 'orders.json', query, signal });
    if (!answer.ok) return answer;
    const { text, headers } = answer.value;
    const orders = itemSlices(text, ['orders']);
    if (orders === null) throw this.#notUnderstood(answer.value, true);
    for (const order of orders) this.#names.keep(scalarAt(order, ['id']), scalarAt(order, ['name']) ?? '');
    const date = Date.parse(headers.get('date') ?? '');
    return accept({
      orders,
      nextPageInfo: pageInfoOf(parseLinkHeader(headers.get('link')).get('next')),
      answeredAt: Number.isNaN(date) ? this.ports.now() : new Date(date),
    });
  }

  /** The transactions of an order, as the JSON text of their list. */
  async transactions(orderId: string, signal: AbortSignal): Promise<Outcome<string>> {
    const answer = await this.#call({
      path: `orders/${encodeURIComponent(orderId)}/transactions.json`,
      signal,
    });
    if (!answer.ok) return answer;
    return accept(sliceAt(answer.value.text, ['transactions']) ?? '[]');
  }

  /** What people see of an order: its name, e.g. `#1001`, and its note. */
  async order(orderId: string, signal: AbortSignal): Promise<Outcome<OrderFace>> {
    const query = { fields: 'id,name,note' };
    const answer = await this.#call({ path: `orders/${encodeURIComponent(orderId)}.json`, query, signal });
    if (!answer.ok) return answer;
    const [name, note] = ['name', 'note'].map((field) => textAt(answer.value.body, 'order', field));
    this.#names.keep(orderId, name ?? '');
    return accept({ name: name ?? '', note: note === '' ? null : (note ?? null) });
  }

  /** The name alone; it never changes, so whoever was listed lately need not be asked for again. */
  async orderName(orderId: string, signal: AbortSignal): Promise<Outcome<string>> {
    const known = this.#names.get(orderId);
    if (known !== null) return accept(known);
    const order = await this.order(orderId, signal);
    return order.ok ? accept(order.value.name) : order;
  }

  async writeNote(orderId: string, note: string, signal: AbortSignal): Promise<Outcome<void>> {
    const id = encodeURIComponent(orderId);
    const body = { order: { id: Number(orderId), note } };
    return done(await this.#call({ path: `orders/${id}.json`, method: 'PUT', body, signal }));
  }

  /** Our metafield of that key on an order, or null. */
  async metafield(orderId: string, key: string, signal: AbortSignal): Promise<Outcome<Metafield | null>> {
    const query = { namespace: NAMESPACE, key };
    const answer = await this.#call({ path: metafieldsOf(orderId), query, signal });
    if (!answer.ok) return answer;
    const ours = listAt(answer.value.body, 'metafields').find(
      (each) => textAt(each, 'namespace') === NAMESPACE && textAt(each, 'key') === key,
    );
    return accept(ours === undefined ? null : { id: textAt(ours, 'id'), value: textAt(ours, 'value') });
  }

  async createMetafield(
    orderId: string,
    { key, value }: { readonly key: string; readonly value: string },
    signal: AbortSignal,
  ): Promise<Outcome<Metafield>> {
    const body = { metafield: { namespace: NAMESPACE, key, value, type: METAFIELD_TYPE } };
    const answer = await this.#call({ path: metafieldsOf(orderId), method: 'POST', body, signal });
    return answer.ok ? accept({ id: textAt(answer.value.body, 'metafield', 'id'), value }) : answer;
  }

  async updateMetafield(
    orderId: string,
    { id, value }: Metafield,
    signal: AbortSignal,
  ): Promise<Outcome<Metafield>> {
    const body = { metafield: { id: Number(id), value, type: METAFIELD_TYPE } };
    const path = metafieldsOf(orderId, id);
    const answer = await this.#call({ path, method: 'PUT', body, signal });
    return answer.ok ? accept({ id, value }) : answer;
  }

  /** The name of the shop. */
  async shopName(signal: AbortSignal): Promise<Outcome<string>> {
    const answer = await this.#call({ path: 'shop.json', signal });
    return answer.ok ? accept(textAt(answer.value.body, 'shop', 'name')) : answer;
  }

  async #call(call: Call): Promise<Outcome<JsonAnswer>> {
    const { settings, ports } = this;
    const url = new URL(`/admin/api/${settings.apiVersion}/${call.path}`, settings.baseUrl);
    for (const [name, value] of Object.entries(call.query ?? {})) url.searchParams.set(name, value);
    const answer = await requestJson(ports, {
      url: url.href,
      method: call.method ?? 'GET',
      headers: {
        accept: 'application/json',
        'x-shopify-access-token': settings.accessToken,
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      timeoutMs: settings.timeoutSeconds * 1000,
      answerBytesMax: ANSWER_BYTES_MAX,
      secrets: [settings.accessToken],
      signal: call.signal,
    });
    const waitMs = pauseMs(answer.headers.get('x-shopify-shop-api-call-limit'));
    if (waitMs > 0) await ports.sleep(waitMs, call.signal);
    return this.#judge(answer, call);
  }

  /** Credentials concern every request alike and are thrown; any other no concerns this order and is returned. */
  #judge(answer: JsonAnswer, { method = 'GET', path }: Call): Outcome<JsonAnswer> {
    const { status, headers, body } = answer;
    if (status < 300 && isRecord(body)) return accept(answer);
    if (status < 400 || status === 408) throw this.#notUnderstood(answer, method === 'GET');
    const params = {
      status: String(status),
      answer: maskSecrets(errorText(body), [this.settings.accessToken]),
      requestId: headers.get('x-request-id') ?? '',
    };
    if (status === 401) throw new RefusalError({ code: 'credentials_refused', at: path, params });
    if (status === 403) throw new RefusalError({ code: 'permission_refused', at: path, params });
    return refuse({ code: status === 404 ? 'shopify_not_found' : 'shopify_refused', at: path, params });
  }

  #notUnderstood({ status, text }: JsonAnswer, isRead: boolean): Fault {
    const answer = maskSecrets(text.slice(0, 300), [this.settings.accessToken]);
    return new Fault('answer_not_understood', {
      retry: { kind: 'retry' },
      outcomeUnknown: !isRead,
      params: { status: String(status), answer },
    });
  }
}

function metafieldsOf(orderId: string, id?: string): string {
  const folder = `orders/${encodeURIComponent(orderId)}/metafields`;
  return id === undefined ? `${folder}.json` : `${folder}/${encodeURIComponent(id)}.json`;
}

function done(answer: Outcome<unknown>): Outcome<void> {
  return answer.ok ? accept(undefined) : answer;
}

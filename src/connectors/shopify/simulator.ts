import type { Simulator } from '#connectors/kit/connector.ts';
import {
  jsonAnswer,
  type SimulatorAnswer,
  type SimulatorRequest,
  type Strikes,
  startSimulatorServer,
  TRANSPORT_FAULTS,
} from '#connectors/kit/simulator-server.ts';
import { errorAnswer, NOT_FOUND } from './simulator/answers.ts';
import { control } from './simulator/control.ts';
import { countOrders, listOrders } from './simulator/order-list.ts';
import { answerOrder } from './simulator/order-routes.ts';
import { CREDENTIALS, Shop } from './simulator/shop.ts';

/** One shop: the Admin REST API for orders under `/admin/api/<version>/`, webhooks, and `/_simulator/…` to drive it. */
export const shopifySimulator: Simulator = {
  name: 'shopify',
  faults: {
    ...TRANSPORT_FAULTS,
    'truncated-json': 'cuts a list of orders in the middle',
    'duplicate-page': 'repeats the end of the page before',
    'stale-cursor': 'no longer knows a page_info that it gave out',
    'out-of-order': 'shuffles the orders of a page',
  },
  async start(options) {
    const shop = new Shop(options.store, options.seed ?? 1);
    const running = await startSimulatorServer({
      options,
      credentials: CREDENTIALS,
      transportAnswers: {
        'throttle-429': throttled(2),
        'server-error-500': errorAnswer(500, 'Internal Server Error'),
      },
      answer: (request, strikes, random) => route(shop, { request, strikes, random }),
      close: () => shop.close(),
    });
    return { ...running, credentials: { ...CREDENTIALS, baseUrl: running.url } };
  },
  rehearse: ({ url, credentials }, own) => ({ ...own, ...credentials, baseUrl: url }),
};

interface Asked {
  readonly request: SimulatorRequest;
  readonly strikes: Strikes;
  readonly random: () => number;
}

function route(shop: Shop, asked: Asked): SimulatorAnswer {
  const { request, random } = asked;
  const [first, ...path] = request.path
    .replace(/\.json$/, '')
    .split('/')
    .slice(1);
  if (first === '_simulator') return control(shop, path[0] ?? '', request);
  shop.requests += 1;
  const [api, version = '', ...resource] = path;
  const answer = first === 'admin' && api === 'api' ? answerApi(shop, resource, asked) : NOT_FOUND;
  const headers = {
    'x-request-id': Math.floor(random() * 2 ** 48).toString(16),
    'x-shopify-api-version': version,
    'x-shopify-shop-api-call-limit': shop.bucket.level,
  };
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

function answerApi(shop: Shop, resource: readonly string[], asked: Asked): SimulatorAnswer {
  const { request } = asked;
  if (request.headers['x-shopify-access-token'] !== CREDENTIALS.accessToken || shop.isRevoked) {
    return errorAnswer(401, '[API] Invalid API key or access token (unrecognized login or wrong password)');
  }
  const waitSeconds = shop.bucket.add(shop.now());
  if (waitSeconds !== null) return throttled(waitSeconds);
  const [name, ...rest] = resource.map(decodeURIComponent);
  if (name === 'shop') return jsonAnswer({ shop: { id: 548_380_009, name: 'Simulated', currency: 'CNY' } });
  if (name === 'webhooks') return shop.hooks.answer(rest[0] ?? null, request);
  if (name !== 'orders') return NOT_FOUND;
  const listing = { book: shop.orders, ...asked, now: shop.now(), pageInfoSeconds: shop.pageInfoSeconds };
  if (rest.length === 0) return listOrders(listing);
  return rest[0] === 'count' ? countOrders(listing) : answerOrder(shop, rest, request);
}

function throttled(waitSeconds: number): SimulatorAnswer {
  return errorAnswer(
    429,
    'Exceeded 2 calls per second for api client. Reduce request rates to resume uninterrupted service.',
    {
      'retry-after': waitSeconds.toFixed(1),
    },
  );
}

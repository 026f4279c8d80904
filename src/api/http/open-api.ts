import type { TObject, TSchema } from 'typebox';
import { SECURITY_SCHEMES, securityOf } from './open-api-security.ts';
import type { RouteFacts } from './route.ts';
import { Problem } from './schemas.ts';

interface Json {
  readonly [name: string]: unknown;
}

/** The OpenAPI 3.1 document of these routes. Schemas with an `$id` become components; the rest stand where they are used. */
export function openApiDocument(
  routes: readonly { readonly prefix: string; readonly route: RouteFacts; readonly isOpen: boolean }[],
  about: { readonly title: string; readonly version: string; readonly description: string },
): Json {
  const components = new Map<string, unknown>();
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { prefix, route, isOpen } of routes) {
    const path = prefix + route.path;
    paths[path] ??= {};
    paths[path][route.method.toLowerCase()] = operationOf(route, { components, isOpen, path });
  }
  return {
    openapi: '3.1.0',
    info: about,
    servers: [{ url: '/' }],
    security: securityOf('self'),
    tags: [...new Set(routes.map(({ route }) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: SECURITY_SCHEMES,
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

interface Place {
  readonly components: Map<string, unknown>;
  readonly isOpen: boolean;
  readonly path: string;
}

function operationOf(route: RouteFacts, { components, isOpen, path }: Place): Json {
  return {
    operationId: operationId(route.method, path),
    tags: [route.tag],
    summary: route.summary,
    'x-permission': route.permission,
    security: isOpen ? [] : securityOf(route.permission),
    ...parametersOf(route, components),
    ...bodyOf(route, components),
    responses: responsesOf(route, { components, isOpen, path }),
  };
}

/** `POST /books/{book}/documents/bulk` → `postBooksDocumentsBulk`. */
function operationId(method: string, path: string): string {
  const words = path
    .replace('/api/v1', '')
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  return [method.toLowerCase(), ...words.map((word) => word[0]!.toUpperCase() + word.slice(1))].join('');
}

function parametersOf(
  { method, params, query, isShownOnce = false }: RouteFacts,
  components: Map<string, unknown>,
): Json {
  const parameters = [
    ...membersOf(params).map(([name, schema]) =>
      parameter(name, 'path', { schema, components, required: true }),
    ),
    ...membersOf(query).map(([name, schema]) =>
      parameter(name, 'query', { schema, components, required: query?.required?.includes(name) ?? false }),
    ),
    ...(method === 'POST' && !isShownOnce ? [IDEMPOTENCY_KEY] : []),
  ];
  return parameters.length > 0 ? { parameters } : {};
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same body gets the stored answer; with another body 422.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};

function membersOf(schema: TObject | undefined): [string, TSchema][] {
  return Object.entries(schema?.properties ?? {});
}

function parameter(
  name: string,
  place: 'path' | 'query',
  { schema, components, required }: { schema: TSchema; components: Map<string, unknown>; required: boolean },
): Json {
  return { name, in: place, required, schema: hoist(schema, components) };
}

function bodyOf(
  { body, mediaTypes = ['application/json'] }: RouteFacts,
  components: Map<string, unknown>,
): Json {
  if (!body) return {};
  const schema = hoist(body, components);
  const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema }]));
  return { requestBody: { required: true, content } };
}

function responsesOf(route: RouteFacts, { components, isOpen }: Place): Json {
  const refusals = refusalsOf(route, isOpen).map((status) => [status, Problem] as const);
  const replies: Readonly<Record<number, TSchema>> = { ...Object.fromEntries(refusals), ...route.replies };
  const entries = Object.entries(replies).map(([status, schema]) => {
    const description = REASONS[status] ?? '';
    if (BODILESS.has(Number(status))) return [status, { description }];
    const types = Number(status) < 400 ? (route.gives ?? ['application/json']) : ['application/problem+json'];
    const content = types.map((type) => [type, { schema: hoist(schema, components) }]);
    return [status, { description, content: Object.fromEntries(content) }];
  });
  return Object.fromEntries(entries);
}

/** What a request of this form may be told before its route decides anything, or when something fails. */
function refusalsOf({ method, params, query, path }: RouteFacts, isOpen: boolean): number[] {
  const isAsked = params !== undefined || query !== undefined || method !== 'GET';
  return [
    400,
    ...(isAsked ? [404, 422] : []),
    ...(isOpen ? [] : [401, 403]),
    ...(isOpen && method !== 'GET' ? [403] : []),
    ...(method === 'GET' ? [] : [413, 415]),
    // An Idempotency-Key that is in use, or was used for something else.
    ...(method === 'POST' ? [409] : []),
    ...(WITHOUT_ALLOWANCE.has(path) ? [] : [429]),
    ...[500, 503],
  ];
}

/** Asked by machines that watch the hub, as often as they like. */
const WITHOUT_ALLOWANCE = new Set(['/health', '/ready']);

const BODILESS = new Set([204, 303]);

const REASONS: Readonly<Record<string, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Begun; it goes on',
  204: 'Done; nothing to say',
  303: 'Elsewhere',
  400: 'Not understood',
  401: 'Not allowed in',
  403: 'Known and not allowed',
  404: 'Not there',
  409: 'Not as things stand',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Another form of body is needed',
  422: 'Understood and refused',
  429: 'Too often; `retry-after` says when',
  500: 'Our mistake; `correlationId` names it in the log',
  502: 'The other system failed',
  503: 'Not now',
};

/** A schema with every named part replaced by a reference, and the part put among the components. */
function hoist(schema: unknown, components: Map<string, unknown>): unknown {
  if (Array.isArray(schema)) return schema.map((part) => hoist(part, components));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $id: name, ...rest }: { $id?: unknown } = schema;
  const plain = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, hoist(part, components)]));
  if (typeof name !== 'string') return plain;
  components.set(name, plain);
  return { $ref: `#/components/schemas/${name}` };
}

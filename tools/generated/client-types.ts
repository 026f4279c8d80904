/**
 * The types of the console's client, from the OpenAPI document: `paths` in the shape openapi-fetch reads, and every
 * named schema as a member of `Schemas`. Written here because openapi-typescript needs the API of TypeScript 5.
 */

interface Json {
  readonly [name: string]: unknown;
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/** One TypeScript module with the types of every route of `document`. */
export function clientTypes(document: Json): string {
  const schemas = entries(part(document.components).schemas);
  const paths = entries(document.paths);
  return [
    '/** Written by `npm run generate` from docs/reference/openapi.json. */',
    '',
    'export interface Schemas {',
    ...schemas.map(([name, schema]) => `  ${name}: ${typeOf(schema)};`),
    '}',
    '',
    '/** What a route may ask of whoever calls it. */',
    `export type Permission = ${permissionsOf(paths).join(' | ')};`,
    '',
    'export interface paths {',
    ...paths.map(([path, operations]) => `  '${path}': ${pathType(part(operations))};`),
    '}',
    '',
  ].join('\n');
}

/** `self`, `none` and `signature` are not granted to anybody; names of permissions hold a colon. */
function permissionsOf(paths: readonly [string, Json][]): string[] {
  const asked = paths.flatMap(([, operations]) => entries(operations).map(([, one]) => one['x-permission']));
  const names = new Set(asked.filter((name) => typeof name === 'string' && name.includes(':')));
  return [...names].sort().map((name) => JSON.stringify(name));
}

function pathType(operations: Json): string {
  const members = METHODS.map((method) =>
    operations[method] ? `${method}: ${operationType(part(operations[method]))}` : `${method}?: never`,
  );
  return `{ parameters: ${NO_PARAMETERS}; ${members.join('; ')} }`;
}

const NO_PARAMETERS = '{ query?: never; header?: never; path?: never; cookie?: never }';

function operationType(operation: Json): string {
  return `{ parameters: ${parametersType(operation)}; ${bodyType(operation)}; responses: ${responsesType(operation)} }`;
}

function parametersType({ parameters }: Json): string {
  const given = list(parameters).map(part);
  const places = ['query', 'header', 'path', 'cookie'].map((place) => {
    const here = given.filter((one) => one.in === place);
    const isNeeded = here.some(({ required }) => required === true);
    return here.length === 0
      ? `${place}?: never`
      : `${place}${isNeeded ? '' : '?'}: ${membersType(here.map((one) => [String(one.name), one.schema, one.required === true]))}`;
  });
  return `{ ${places.join('; ')} }`;
}

function bodyType({ requestBody }: Json): string {
  return requestBody === undefined ? 'requestBody?: never' : `requestBody: ${contentType(part(requestBody))}`;
}

function responsesType({ responses }: Json): string {
  const members = entries(responses).map(
    ([status, answer]) => `${status}: ${contentType(part(answer), 'headers: Record<string, unknown>; ')}`,
  );
  return `{ ${members.join('; ')} }`;
}

function contentType({ content }: Json, before = ''): string {
  if (content === undefined) return `{ ${before}content?: never }`;
  const media = entries(content).map(([type, { schema }]) => `'${type}': ${typeOf(schema)}`);
  return `{ ${before}content: { ${media.join('; ')} } }`;
}

/** The TypeScript type of values that fit `schema`. Lengths and patterns are the server's to check. */
function typeOf(schema: unknown): string {
  const { $ref, anyOf, allOf, type, items, const: value, enum: values } = part(schema);
  if (typeof $ref === 'string') return `Schemas['${$ref.slice($ref.lastIndexOf('/') + 1)}']`;
  if (value !== undefined) return JSON.stringify(value);
  if (Array.isArray(values)) return values.map((one) => JSON.stringify(one)).join(' | ');
  if (Array.isArray(anyOf)) return anyOf.map(typeOf).join(' | ');
  if (Array.isArray(allOf)) return allOf.map((one) => `(${typeOf(one)})`).join(' & ');
  if (type === 'array') return `(${typeOf(items)})[]`;
  if (type === 'object') return objectType(part(schema));
  return (typeof type === 'string' ? SIMPLE[type] : undefined) ?? 'unknown';
}

const SIMPLE: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};

function objectType({ properties, required, patternProperties, additionalProperties }: Json): string {
  const needed = new Set(list(required));
  const members = entries(properties);
  if (members.length > 0)
    return membersType(members.map(([name, schema]) => [name, schema, needed.has(name)]));
  const [values] = entries(patternProperties).map(([, schema]) => schema);
  const others = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  if (values === undefined && others === undefined && additionalProperties === false)
    return 'Record<string, never>';
  return `Record<string, ${typeOf(values ?? others)}>`;
}

function membersType(
  members: readonly (readonly [name: string, schema: unknown, isNeeded: boolean])[],
): string {
  const shown = members.map(([name, schema, isNeeded]) => {
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`;
    return `${key}${isNeeded ? '' : '?'}: ${typeOf(schema)}`;
  });
  return `{ ${shown.join('; ')} }`;
}

function part(value: unknown): Json {
  return isJson(value) ? value : {};
}

function entries(value: unknown): [string, Json][] {
  return Object.entries(part(value)).map(([name, one]) => [name, part(one)]);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { apiReference } from '#api/reference.ts';

/** As much of JSON Schema as our own document uses. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/** One operation of the document, every reference replaced by what it leads to. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** By media type; empty where it takes no body. */
  readonly takes: Content;
  readonly replies: Readonly<Record<string, { readonly content?: Content }>>;
}

/** It goes on for as long as the caller listens: tried by its own test. */
const ENDLESS = ['/api/v1/events'];

/** Everything the document says can be asked, and nothing else: what is not in it is not tried. */
export function readOperations(): Operation[] {
  const { paths, components } = JSON.parse(JSON.stringify(apiReference()));
  const operations: Operation[] = [];
  for (const [path, methods] of Object.entries<Record<string, unknown>>(paths)) {
    if (ENDLESS.includes(path)) continue;
    for (const [method, found] of Object.entries(methods)) {
      const { parameters = [], requestBody, responses } = Object(resolve(found, components.schemas));
      const takes = requestBody?.content ?? {};
      operations.push({ method: METHODS[method]!, path, parameters, takes, replies: responses });
    }
  }
  return operations;
}

const METHODS: Readonly<Record<string, Operation['method']>> = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
};

/** The document with what `$ref`s name in their place. None of our schemas holds itself. */
function resolve(part: unknown, schemas: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(part)) return part.map((one) => resolve(one, schemas));
  if (typeof part !== 'object' || part === null) return part;
  const { $ref }: { $ref?: unknown } = part;
  if (typeof $ref === 'string') return resolve(schemas[$ref.slice($ref.lastIndexOf('/') + 1)], schemas);
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, resolve(one, schemas)]));
}

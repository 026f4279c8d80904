import type { Schemas } from '#console/api/paths.ts';

type Client = Schemas['Client'];

/** A question the client may ask with these scopes, the most telling first. */
const CALLS: readonly (readonly [scope: Client['scopes'][number], path: string])[] = [
  ['books:read', '/api/v1/books'],
  ['flows:read', '/api/v1/flows'],
  ['records:read', '/api/v1/records?limit=1'],
  ['exceptions:read', '/api/v1/exceptions?limit=1'],
  ['runs:read', '/api/v1/runs?limit=1'],
  ['deliveries:read', '/api/v1/deliveries?limit=1'],
  ['overview:read', '/api/v1/overview'],
  ['connections:read', '/api/v1/connections'],
  ['people:read', '/api/v1/people?limit=1'],
  ['audit:read', '/api/v1/audit?limit=1'],
  ['metrics:read', '/metrics'],
];
const POSTING = `-X POST '{hub}/api/v1/books/BOOK/documents?flow=FLOW' -H 'content-type: application/json' -d @document.json`;

/** Lines of a shell that get a token and make a first call. `secret` null: the client signs its own assertion. */
export function firstCall({
  client,
  secret,
  hub,
}: {
  readonly client: Pick<Client, 'id' | 'method' | 'scopes'>;
  readonly secret: string | null;
  /** Where the hub is, without a slash at its end. */
  readonly hub: string;
}): string {
  return [
    `TOKEN=$(curl -s ${proofOf(client, secret)} ${hub}/oauth/token -d grant_type=client_credentials \\`,
    `  | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
    `curl -H "Authorization: Bearer $TOKEN" ${callOf(client, hub)}`,
  ].join('\n');
}

function proofOf({ id, method }: Pick<Client, 'id' | 'method'>, secret: string | null): string {
  const known = secret ?? 'SECRET';
  if (method === 'client_secret_basic') return `-u '${id}:${known}'`;
  if (method === 'client_secret_post') return `-d client_id=${id} --data-urlencode 'client_secret=${known}'`;
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  return `-d client_id=${id} -d client_assertion_type=${type} -d client_assertion=JWT`;
}

function callOf({ scopes }: Pick<Client, 'scopes'>, hub: string): string {
  const known = CALLS.find(([scope]) => scopes.includes(scope));
  if (known) return `'${hub}${known[1]}'`;
  return scopes.includes('documents:post') ? POSTING.replace('{hub}', hub) : `'${hub}/api/v1/permissions'`;
}

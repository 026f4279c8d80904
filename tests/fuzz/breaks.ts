import { gzipSync } from 'node:zlib';
import { edit, places } from './edit.ts';
import type { Draft } from './requests.ts';

/** One way in which a request can be wrong. `dice` says where, so that the same seed breaks the same place. */
export interface Break {
  readonly name: string;
  apply(draft: Draft, dice: number): Draft;
}

const NESTED = `${'['.repeat(2_000)}${']'.repeat(2_000)}`;

/** Values that belong nowhere. */
const ODD: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a negative', -1],
  ['beyond 2^53', 2 ** 53 + 2],
  ['1e308', 1e308],
  ['a fraction', 0.1],
  ['empty text', ''],
  ['a blank', ' '],
  ['NUL', 'a\u0000b'],
  ['half a surrogate pair', 'a\ud800'],
  ['line breaks', 'a\r\nSet-Cookie: x=1\u2028b'],
  ['bidirectional marks', '\u202eabc\u2066'],
  ['script', '<img src=x onerror=alert(1)>'],
  ['SQL', `x' or 1=1; drop table vouchers; --`],
  ['a formula', '=HYPERLINK("http://x","y")'],
  ['a long text', 'x'.repeat(70_000)],
  ['a list', []],
  ['an object', {}],
  ['true', true],
  ['a number as text', '1'],
  ['infinity', 'infinity'],
  ['a day that is none', '2026-02-31'],
  ['all nines', '9'.repeat(18)],
  ['full-width digits', '１２３'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['up', '../../etc/passwd'],
];

const inBody: readonly Break[] = [
  ...ODD.map(
    ([what, value]): Break => ({
      name: `body holds ${what}`,
      apply: (draft, dice) => ({ ...draft, body: edit(draft.body, { dice, change: () => value }) }),
    }),
  ),
  {
    name: 'a member less',
    apply: (draft, dice) => ({ ...draft, body: edit(draft.body, { dice, change: () => undefined }) }),
  },
  {
    name: 'a member more',
    apply: (draft) => ({ ...draft, body: isPlain(draft.body) ? { ...draft.body, unheard: 1 } : draft.body }),
  },
  { name: 'a polluted prototype', apply: (draft) => raw(draft, '{"__proto__":{"isAdmin":true}}') },
  { name: 'a polluted constructor', apply: (draft) => raw(draft, '{"constructor":{"prototype":{"x":1}}}') },
  { name: 'members twice', apply: (draft) => raw(draft, '{"code":"a","code":"b"}') },
  { name: 'nested', apply: (draft) => raw(draft, NESTED) },
  { name: 'cut off', apply: (draft) => raw(draft, (JSON.stringify(draft.body) ?? '{').slice(0, -1)) },
  { name: 'empty', apply: (draft) => raw(draft, '') },
  {
    name: 'UTF-16',
    apply: (draft) => raw(draft, Buffer.from(JSON.stringify(draft.body) ?? '{}', 'utf16le')),
  },
  {
    name: 'no UTF-8',
    apply: (draft) => raw(draft, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])),
  },
  { name: 'a list of itself', apply: (draft) => ({ ...draft, body: [draft.body] }) },
  {
    name: 'a body where none is',
    apply: (draft) => ({
      ...raw(draft, '{"a":1}'),
      headers: { ...draft.headers, 'content-type': 'application/json' },
    }),
  },
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/json; charset=utf-16',
    'nonsense',
    'text/csv',
    'application/yaml',
  ].map((type): Break => ({ name: `as ${type}`, apply: (draft) => header(draft, 'content-type', type) })),
  { name: 'says gzip and is not', apply: (draft) => header(draft, 'content-encoding', 'gzip') },
  {
    name: 'gzip',
    apply: (draft) =>
      header(raw(draft, gzipSync(JSON.stringify(draft.body) ?? '{}')), 'content-encoding', 'gzip'),
  },
  { name: 'an unknown encoding', apply: (draft) => header(draft, 'content-encoding', 'br, gzip, x') },
];

const ODD_TEXTS = ODD.map(([what, value]) => [what, String(value)] as const);

const inAddress: readonly Break[] = [
  ...ODD_TEXTS.map(
    ([what, value]): Break => ({
      name: `path: ${what}`,
      apply: (draft, dice) => ({ ...draft, names: swap(draft.names, dice, value) }),
    }),
  ),
  ...ODD_TEXTS.map(
    ([what, value]): Break => ({
      name: `query: ${what}`,
      apply: (draft, dice) => ({
        ...draft,
        query: draft.query.map(([name, old], i) => [name, i === dice % draft.query.length ? value : old]),
      }),
    }),
  ),
  ...[
    '!',
    mark(['abc', '1']),
    mark(['', '1']),
    mark(['infinity', '1']),
    mark(['2026-13-45', '9'.repeat(18)]),
    mark(['9'.repeat(30), '1']),
    mark(['a\u0000', '1']),
    mark([1, 2]),
    mark('x'),
    'NaN',
    '1,2',
    `${'9'.repeat(18)}`,
    '\u0000',
  ].map((after, i): Break => ({ name: `cursor ${i}`, apply: (draft) => ask(draft, 'after', after) })),
  ...['-created', '__proto__', 'impact', '-impact', 'date'].map(
    (sort): Break => ({ name: `sort ${sort}`, apply: (draft) => ask(draft, 'sort', sort) }),
  ),
  ...['0', '-1', '1001', '1e3', '', 'x'].map(
    (limit): Break => ({ name: `limit ${limit}`, apply: (draft) => ask(draft, 'limit', limit) }),
  ),
  { name: 'query twice', apply: (draft) => ({ ...draft, query: [...draft.query, ...draft.query] }) },
  {
    name: 'query as lists',
    apply: (draft) => ({
      ...draft,
      query: draft.query.flatMap(([name, value]) => [
        [`${name}[]`, value],
        [name, value],
        [`${name}[x]`, value],
      ]),
    }),
  },
  { name: 'unknown in query', apply: (draft) => ask(draft, 'unheard', '1') },
  { name: '__proto__ in query', apply: (draft) => ask(draft, '__proto__', 'x') },
  {
    name: 'broken escapes',
    apply: (draft) => ({ ...draft, url: `${draft.path.replace(/\{\w+\}/g, '%ff%zz')}?a=%ff&%=1` }),
  },
  { name: 'dots', apply: (draft) => ({ ...draft, url: draft.path.replace(/\{\w+\}/g, '..%2f..%2f%00') }) },
  {
    name: 'a slash at the end',
    apply: (draft) => ({ ...draft, url: `${draft.path.replace(/\{\w+\}/g, '1')}/`, isElsewhere: true }),
  },
];

const inHeaders: readonly Break[] = [
  ...['"', '*', 'W/"x"', '"x", "y"', 'é', '"'.repeat(5_000)].map(
    (tag, i): Break => ({ name: `if-match ${i}`, apply: (draft) => header(draft, 'if-match', tag) }),
  ),
  ...['', ' ', 'k', 'é', 'x'.repeat(201), '\u2028', '../k', "k'--"].map(
    (key, i): Break => ({
      name: `idempotency-key ${i}`,
      apply: (draft) => header(draft, 'idempotency-key', key),
    }),
  ),
  ...['*', ';;;q=', 'zh'.repeat(2_000), '\u0001'].map(
    (language, i): Break => ({
      name: `language ${i}`,
      apply: (draft) => header(draft, 'accept-language', language),
    }),
  ),
  ...['x', 'evil.example:99999', '[::1', ''].map(
    (host, i): Break => ({ name: `host ${i}`, apply: (draft) => header(draft, 'host', host) }),
  ),
  {
    name: 'a cookie of nobody',
    apply: (draft) => header(draft, 'cookie', 'tongzhang=%00; tongzhang-device=\u00e9; =; ;;'),
  },
  { name: 'other site', apply: (draft) => header(draft, 'sec-fetch-site', 'cross-site') },
  { name: 'last-event-id', apply: (draft) => header(draft, 'last-event-id', '-1e9') },
];

export const BREAKS: readonly Break[] = [...inBody, ...inAddress, ...inHeaders];

function raw(draft: Draft, body: string | Buffer): Draft {
  return draft.method === 'GET' ? draft : { ...draft, body };
}

function header(draft: Draft, name: string, value: string): Draft {
  return { ...draft, headers: { ...draft.headers, [name]: value } };
}

function ask(draft: Draft, name: string, value: string): Draft {
  return { ...draft, query: [...draft.query.filter(([known]) => known !== name), [name, value]] };
}

function swap(names: Draft['names'], dice: number, value: string): Draft['names'] {
  const name = Object.keys(names)[dice % Object.keys(names).length];
  return name === undefined ? names : { ...names, [name]: value };
}

function isPlain(body: unknown): body is object {
  return places(body).length > 1 && !Array.isArray(body);
}

/** A cursor as our lists write it, of anything. */
function mark(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

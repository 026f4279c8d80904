import type { AnyNode } from 'acorn';
import { eachSource, isProduct, isUnder } from '../rule.ts';
import { lineOf, type Source } from '../source.ts';

/** Rules about what may stand where. */

interface Found {
  readonly line: number;
  readonly what: string;
}

const find = (source: Source, describe: (node: AnyNode) => string | null): Found[] =>
  source.nodes.flatMap((node) => {
    const what = describe(node);
    return what === null ? [] : [{ line: lineOf(node), what }];
  });

/** `Date.now`, `process.env`: the two names of a plain member, or null. */
function memberOf(node: AnyNode): string | null {
  if (node.type !== 'MemberExpression' || node.computed) return null;
  if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return null;
  return `${node.object.name}.${node.property.name}`;
}

/** The text of a string or of one stretch of a template. */
export function textOf(node: AnyNode): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  return node.type === 'TemplateElement' ? node.value.raw : null;
}

const WAITING_NAMES = new Set([
  'Promise',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
  'crypto',
]);

export const coreNeverWaits = eachSource({
  name: 'nothing in core waits, and nothing in it depends on when or where it runs',
  fix: 'Pass in what is needed (the day, the numbers, a function), and do the waiting in pipeline.',
  of: (source) => isProduct(source) && isUnder(source.path, 'core'),
  check: (source) => [
    ...find(source, waitingIn),
    ...source.imports
      .filter(({ specifier, isValue }) => isValue && specifier.startsWith('node:'))
      .map(({ specifier, line }) => ({ line, what: `import of ${specifier}` })),
  ],
});

function waitingIn(node: AnyNode): string | null {
  if (node.type === 'AwaitExpression') return 'await';
  if ('async' in node && node.async === true) return 'async function';
  if (node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'Date') {
    return node.arguments.length === 0 ? 'new Date()' : null;
  }
  if (node.type === 'Identifier' && WAITING_NAMES.has(node.name)) return node.name;
  const member = memberOf(node);
  return member === 'Date.now' || member === 'Math.random' || member === 'performance.now' ? member : null;
}

/** SQL is written in one case; English sentences begin with a capital. */
const SQL =
  /\b(select\s[^;]+\sfrom\s|insert\sinto\s|update\s+[\w."]+\s+set\s|delete\sfrom\s|create\s(table|index|role)\s|alter\stable\s)/;
const SQL_LOUD = new RegExp(
  SQL.source.replace(/\\[a-z]|[a-z]+/g, (word) => (word.startsWith('\\') ? word : word.toUpperCase())),
);
const QUERY_BUILDERS = new Set(['selectFrom', 'insertInto', 'updateTable', 'deleteFrom']);

export const sqlOnlyInStorage = eachSource({
  name: 'only storage holds SQL',
  fix: 'Give the query a name, put it into the file of its table in src/storage, and call that.',
  of: (source) => isProduct(source) && !isUnder(source.path, 'storage', 'core/trouble/messages'),
  check: (source) => find(source, sqlIn),
});

function sqlIn(node: AnyNode): string | null {
  if (node.type === 'TaggedTemplateExpression') {
    return node.tag.type === 'Identifier' && node.tag.name === 'sql' ? 'sql`…`' : null;
  }
  if (node.type === 'MemberExpression' && node.property.type === 'Identifier') {
    return QUERY_BUILDERS.has(node.property.name) ? `.${node.property.name}()` : null;
  }
  const text = textOf(node);
  return text !== null && (SQL.test(text) || SQL_LOUD.test(text)) ? text.trim().slice(0, 60) : null;
}

const LOOPBACK_OR_RESERVED =
  /^(localhost|127\.[\d.]+|\[::1\]|0\.0\.0\.0|([\w-]+\.)*(example(\.(com|org|net))?|test|invalid|localhost))$/i;
/** They look like addresses and are names: nobody ever connects to them. */
const NAMES_NOT_ADDRESSES = [
  'http://www.w3.org/',
  'http://schemas.',
  'https://json-schema.org/',
  'http://json-schema.org/',
];

export const urlsOnlyInClients = eachSource({
  name: 'only a connector’s client holds outside addresses',
  fix: 'Move the address into connectors/<name>/client.ts, or make it a setting. In tests use a reserved name (shop.example).',
  of: ({ path }) => path.startsWith('src/') && !/^src\/connectors\/[^/]+\/client\.ts$/.test(path),
  check: (source) => find(source, outsideUrlIn),
});

function outsideUrlIn(node: AnyNode): string | null {
  for (const [url, host] of (textOf(node) ?? '').matchAll(
    /(?:https?|wss?|ftps?):\/\/(\[::1\]|[\w.-]+)\S*/g,
  )) {
    const isName = NAMES_NOT_ADDRESSES.some((name) => url.startsWith(name));
    if (!isName && !LOOPBACK_OR_RESERVED.test(host ?? '')) return url;
  }
  return null;
}

const ANSWERING = new Set(['code', 'status', 'sendStatus', 'writeHead']);

export const statusCodesOnlyInApi = eachSource({
  name: 'only api decides HTTP status codes',
  fix: 'Return a refusal or throw a Fault; src/api turns its code into a status.',
  of: (source) => isProduct(source) && !isUnder(source.path, 'api', 'connectors'),
  check: (source) => find(source, statusIn),
});

function statusIn(node: AnyNode): string | null {
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    const { property } = node.callee;
    const isAnswer = property.type === 'Identifier' && ANSWERING.has(property.name);
    return isAnswer && isStatus(node.arguments[0]) ? `.${property.name}(…)` : null;
  }
  if (node.type !== 'Property' || node.key.type !== 'Identifier') return null;
  return /^(statusCode|status)$/.test(node.key.name) && isStatus(node.value) ? `${node.key.name}: …` : null;
}

function isStatus(node: AnyNode | undefined): boolean {
  return node?.type === 'Literal' && typeof node.value === 'number' && node.value >= 100 && node.value < 600;
}

export const environmentOnlyInApp = eachSource({
  name: 'only app reads the environment',
  fix: 'Read it in src/app/configuration and hand the value down.',
  of: (source) => isProduct(source) && !isUnder(source.path, 'app'),
  check: (source) => [
    ...find(source, (node) => (memberOf(node) === 'process.env' ? 'process.env' : null)),
    ...source.imports
      .filter(({ specifier }) => specifier === 'node:process')
      .map(({ line }) => ({ line, what: 'import of node:process' })),
  ],
});

export const consoleOnlyAtTheEdge = eachSource({
  name: 'nothing prints but commands',
  fix: 'Log through the log that is handed in, or return the text to the command.',
  of: (source) => isProduct(source) && !isUnder(source.path, 'cli'),
  check: (source) =>
    find(source, (node) => {
      const member = memberOf(node);
      return member?.startsWith('console.') ? member : null;
    }),
});

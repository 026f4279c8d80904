import type { AnyNode } from 'acorn';
import { eachSource, type Rule } from '../rule.ts';
import { lineOf, type Source } from '../source.ts';

/** Rules of the console. */

const COMPONENT_LINES_MAX = 80;
const inConsole = ({ path, isTest }: Source) => path.startsWith('console/src/') && !isTest;
const isWords = ({ path }: Source) => /(^|[/-])words\.ts$/.test(path);

export const consoleKnowsOnlyCore = eachSource({
  name: 'the console imports core, itself and packages',
  fix: 'Ask the API for it, or move what both sides need and what never waits to src/core.',
  of: inConsole,
  check: ({ imports }) =>
    imports
      .filter(({ specifier }) => /^(#(?!core\/|console\/)|node:)|\.\.\//.test(specifier))
      .map(({ specifier, line }) => ({ line, what: specifier })),
});

export const pagesStandAlone = eachSource({
  name: 'a page of the console knows no other page',
  fix: 'Move what two pages share to console/src/parts (or door, for what comes before the sign-in); link by address.',
  of: (source) => inConsole(source) && source.path.startsWith('console/src/pages/'),
  check: ({ path, imports }) =>
    imports.flatMap(({ target, line }) => {
      const other = /^console\/src\/pages\/([^/]+)\//.exec(target ?? '')?.[1];
      const isOwn = other === undefined || path.startsWith(`console/src/pages/${other}/`);
      return isOwn ? [] : [{ line, what: `imports the page ${other}` }];
    }),
});

export const componentsAreShort = eachSource({
  name: `no component is longer than ${COMPONENT_LINES_MAX} lines`,
  fix: 'Give its parts names and put them below it; move what is not markup into a hook or a plain function.',
  of: inConsole,
  check: ({ nodes }) =>
    nodes
      .filter((node) => isComponent(node) && linesOf(node) > COMPONENT_LINES_MAX)
      .map((node) => ({ line: lineOf(node), what: `${linesOf(node)} lines` })),
});

/** A function whose name begins with a capital. */
export function isComponent(node: AnyNode): boolean {
  return node.type === 'FunctionDeclaration' && /^[A-Z]/.test(node.id?.name ?? '');
}

function linesOf({ loc }: AnyNode): number {
  return loc ? loc.end.line - loc.start.line + 1 : 0;
}

/** What is not said to readers: names of languages and fonts, and words a page is looked up by. */
const NOT_SAID = /\/(language-names|theme|page)\.ts$/;
const SAID_ATTRIBUTES = /^(title|label|alt|placeholder|aria-label|extra|okText|cancelText)$/;

export const textsAreWords = eachSource({
  name: 'what the console says stands in its words',
  fix: 'Put it into words.ts in all three languages and `say` it.',
  of: (source) => inConsole(source) && !isWords(source) && !NOT_SAID.test(source.path),
  check: ({ nodes }) =>
    nodes.flatMap((node) => {
      const what = textSaid(jsxOf(node));
      return what === null ? [] : [{ line: lineOf(node), what }];
    }),
});

/** The parts of JSX and literals that hold text, whatever the parser's types know. */
interface Jsx {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: unknown;
}

function jsxOf(node: AnyNode): Jsx {
  return node;
}

function textSaid({ type, value, name }: Jsx): string | null {
  if (type === 'JSXText') return typeof value === 'string' && /\p{L}/u.test(value) ? value.trim() : null;
  if (type === 'JSXAttribute') return attributeSaid(name, value);
  return type === 'Literal' && typeof value === 'string' && /\p{Script=Han}/u.test(value) ? value : null;
}

function attributeSaid(name: unknown, value: unknown): string | null {
  const attribute = memberText(name, 'name');
  const text = memberText(value, 'value');
  return SAID_ATTRIBUTES.test(attribute) && /\p{L}/u.test(text) ? `${attribute}="${text}"` : null;
}

function memberText(node: unknown, member: 'name' | 'value'): string {
  if (typeof node !== 'object' || node === null || !(member in node)) return '';
  const value: unknown = Object(node)[member];
  return typeof value === 'string' ? value : '';
}

/** Words that follow an enum of the API are said by its value, which stands in the generated types. */
export const wordsAreSaid = (apiTypes: string): Rule => ({
  name: 'every word of the console is said',
  fix: 'Delete it, or say it where it was meant.',
  check: (sources) => {
    const others = sources.filter((source) => inConsole(source) && !isWords(source));
    return sources
      .filter((source) => inConsole(source) && isWords(source))
      .flatMap(({ path, nodes }) => {
        const near = others.filter((other) => mayKnow(other, path)).map(({ text }) => text);
        return keysOf(nodes)
          .filter(({ key }) => !apiTypes.includes(`"${key}"`) && !near.some((text) => says(text, key)))
          .map(({ key, line }) => `${path}:${line}: ${key}`);
      });
  },
});

/** Words are said by their own folder, and by whoever imports them. */
function mayKnow({ path, imports }: Source, words: string): boolean {
  const folder = words.replace(/[^/]+$/, '');
  return path.startsWith(folder) || imports.some(({ target }) => target === words);
}

function says(text: string, key: string): boolean {
  return new RegExp(`['"\`.]${key}\\b|\\b${key}:`).test(text);
}

function keysOf(nodes: readonly AnyNode[]): { key: string; line: number }[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return [];
    const words = node.callee.name === 'defineWords' ? node.arguments[0] : undefined;
    if (words?.type !== 'ObjectExpression') return [];
    return words.properties.flatMap((property) => {
      if (property.type !== 'Property') return [];
      const { key } = property;
      const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
      return [{ key: name, line: lineOf(property) }];
    });
  });
}

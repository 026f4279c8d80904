import type { AnyNode } from 'acorn';
import { eachSource, isProduct, isUnder } from '../rule.ts';
import { lineAt, lineOf, type Source } from '../source.ts';

/** Rules about names, comments and types. */

const inSrc = ({ path }: Source) => /^(console\/)?src\//.test(path);

export const fileNames = eachSource({
  name: 'files are kebab-case, one noun or verb each, and there are no barrels',
  fix: 'Name the file after the one thing in it; import from that file instead of an index.',
  check: ({ path }) => {
    const file = path.split('/').at(-1) ?? '';
    const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.tsx?$/.test(file);
    return isKebab && file !== 'index.ts' ? [] : [{ line: 1, what: file }];
  },
});

export const exportsAreNamed = eachSource({
  name: 'exports are named and stand where the thing is made',
  fix: 'Export the declaration itself, by name.',
  of: inSrc,
  check: ({ nodes }) =>
    nodes.flatMap((node) => {
      const what = unnamedExport(node);
      return what === null ? [] : [{ line: lineOf(node), what }];
    }),
});

function unnamedExport(node: AnyNode): string | null {
  if (node.type === 'ExportDefaultDeclaration') return 'export default';
  if (node.type === 'ExportAllDeclaration') return 'export *';
  return node.type === 'ExportNamedDeclaration' && node.source ? 'export … from' : null;
}

const BANNED = /(?<![a-z])(managers?|helpers?|utils?|utilities)(?![a-z])|(?:Manager|Helper|Util)s?(?![a-z])/;
/** Names that somebody else chose. */
const FOREIGN = new Set(['util']);

export const noEmptyWords = eachSource({
  name: 'no Manager, Helper or Util',
  fix: 'Say what it does (a verb) or what it is (a noun of the books).',
  check: ({ path, nodes }) => [
    ...(BANNED.test(path) ? [{ line: 1, what: path }] : []),
    ...nodes.flatMap((node) =>
      node.type === 'Identifier' && !FOREIGN.has(node.name) && BANNED.test(node.name)
        ? [{ line: lineOf(node), what: node.name }]
        : [],
    ),
  ],
});

const UNFINISHED = new RegExp(
  ['TO', 'FIX', 'XX', 'HA'].map((word, i) => `\\b${word}${['DO', 'ME', 'X', 'CK'][i]}\\b`).join('|'),
);

export const nothingUnfinished = eachSource({
  name: 'nothing is left for later in a comment',
  fix: 'Do it, or open an issue and delete the comment.',
  check: ({ comments }) =>
    comments
      .filter(({ text }) => UNFINISHED.test(text))
      .map(({ text, line }) => ({ line, what: text.trim() })),
});

export const checkerIsNeverSilenced = eachSource({
  name: 'the type checker is never silenced',
  fix: 'Describe the type, or parse the value with a schema or guard.',
  check: ({ comments, types, text }) => [
    ...comments
      .filter(({ text: comment }) => /@ts-(ignore|nocheck|expect-error)/.test(comment))
      .map(({ text: comment, line }) => ({ line, what: comment.trim() })),
    ...[...types.matchAll(/\bany\b(?!\??:)/g)].map(({ index }) => ({
      line: lineAt(text, index),
      what: 'any',
    })),
  ],
});

export const noAssertedTypes = eachSource({
  name: 'no `as` outside storage and codecs',
  fix: 'Use a guard, a schema or `satisfies`. Rows and wire formats are the only places where we must trust a shape.',
  of: (source) =>
    isProduct(source) &&
    !isUnder(source.path, 'storage') &&
    !/(codec|simulator)[\w-]*\.ts$|\/simulator\//.test(source.path),
  check: ({ types, text }) =>
    [...types.matchAll(/(?<=^|[\s)\]}])as\s+(?!const\b)([\w{[(])/gm)]
      .filter(
        ({ index }) => !/^\s*(import|export)\b|^\s+type \w+ as|^\s+\w+ as \w+,?$/.test(lineText(text, index)),
      )
      .map(({ index }) => ({ line: lineAt(text, index), what: lineText(text, index).trim() })),
});

function lineText(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  return text.slice(start, end < 0 ? undefined : end);
}

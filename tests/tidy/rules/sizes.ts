import type { AnyNode } from 'acorn';
import { eachSource, isProduct, type Rule } from '../rule.ts';
import { lineOf, type Source } from '../source.ts';
import { isComponent } from './console.ts';

const FILE_LINES_MAX = 300;
const FUNCTION_LINES_MAX = 50;
const FILE_MEDIAN_MAX = 100;
const FUNCTION_MEDIAN_MAX = 10;

/** Tables that are read row by row and never as a whole. */
const DATA = [
  /^src\/core\/ledger\/charts\//,
  /^src\/core\/trouble\/messages\//,
  /^src\/core\/documents\/vocabulary-table\.ts$/,
  /^src\/core\/money\/currencies\.ts$/,
];
const isData = ({ path }: Source) => DATA.some((pattern) => pattern.test(path));

export const filesAreShort = eachSource({
  name: `no file is longer than ${FILE_LINES_MAX} lines`,
  fix: 'Split it by what changes together: one noun or verb per file.',
  of: (source) => !isData(source),
  check: ({ lineCount }) =>
    lineCount > FILE_LINES_MAX ? [{ line: FILE_LINES_MAX, what: `${lineCount} lines` }] : [],
});

export const functionsAreShort = eachSource({
  name: `no function is longer than ${FUNCTION_LINES_MAX} lines`,
  fix: 'Give its steps names: the public function first, the steps below it in the order of their calls.',
  of: (source) => !isData(source) && !source.isTest,
  check: ({ nodes }) =>
    nodes
      .filter((node) => isFunction(node) && !isComponent(node) && linesOf(node) > FUNCTION_LINES_MAX)
      .map((node) => ({ line: lineOf(node), what: `${linesOf(node)} lines` })),
});

export const mediansAreSmall: Rule = {
  name: `half of the files have at most ${FILE_MEDIAN_MAX} lines, half of the functions at most ${FUNCTION_MEDIAN_MAX}`,
  fix: 'Split the files and functions that were touched last.',
  check: (sources) => {
    const product = sources.filter((source) => isProduct(source) && !isData(source));
    const files = median(product.map(({ lineCount }) => lineCount));
    const functions = median(product.flatMap(({ nodes }) => namedFunctions(nodes).map(linesOf)));
    return [
      ...(files > FILE_MEDIAN_MAX ? [`the median file has ${files} lines`] : []),
      ...(functions > FUNCTION_MEDIAN_MAX ? [`the median function has ${functions} lines`] : []),
    ];
  },
};

/** Declarations, methods and functions kept under a name. Callbacks written in place would only flatter the figure. */
function namedFunctions(nodes: readonly AnyNode[]): AnyNode[] {
  return nodes.flatMap((node): AnyNode[] => {
    if (node.type === 'FunctionDeclaration') return [node];
    if (node.type === 'MethodDefinition') return [node.value];
    if (node.type === 'VariableDeclarator') return node.init && isFunction(node.init) ? [node.init] : [];
    return node.type === 'Property' && isFunction(node.value) ? [node.value] : [];
  });
}

function isFunction(node: AnyNode): boolean {
  return /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

function linesOf(node: AnyNode): number {
  return node.loc ? node.loc.end.line - node.loc.start.line + 1 : 0;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

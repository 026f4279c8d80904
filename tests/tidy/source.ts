import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { posix } from 'node:path';
import { type AnyNode, type Comment, type Options, parse } from 'acorn';

export interface Import {
  readonly specifier: string;
  /** Path from the root of the project, or null for a package. */
  readonly target: string | null;
  readonly line: number;
  /** False when only types are imported, which leaves nothing at run time. */
  readonly isValue: boolean;
}

/** One source file, read once and looked at by every rule. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly isTest: boolean;
  readonly lineCount: number;
  readonly nodes: readonly AnyNode[];
  readonly imports: readonly Import[];
  readonly comments: readonly { readonly text: string; readonly line: number }[];
  /** The text of all type annotations, everything else blank, so that places stay where they are. */
  readonly types: string;
}

/** Every TypeScript file of the project. */
export function readSources(root: string): Source[] {
  return globSync('{src,tests,tools,bench,examples}/**/*.ts', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => parseSource(path, readFileSync(`${root}/${path}`, 'utf8')));
}

/** Types are blanked out by Node itself, which keeps every place; what is left is plain JavaScript. */
export function parseSource(path: string, text: string): Source {
  const code = stripTypeScriptTypes(text);
  const found: Comment[] = [];
  const options: Options = {
    ecmaVersion: 'latest',
    sourceType: 'module',
    locations: true,
    allowHashBang: true,
    onComment: found,
  };
  const nodes = [...walk(parse(code, options))];
  const erased = blankEqual(text, code);
  return {
    path,
    text,
    isTest: path.startsWith('tests/') || TEST_FILE.test(path),
    lineCount: text.trimEnd().split('\n').length,
    nodes,
    imports: readImports(path, text, nodes),
    comments: [
      ...found.map(({ value, start }) => ({ text: value, line: lineAt(text, start) })),
      ...[...erased.matchAll(COMMENT)].map((match) => ({ text: match[0], line: lineAt(text, match.index) })),
    ],
    types: erased.replace(COMMENT, blank).replace(/'[^'\n]*'|`[^`]*`/g, blank),
  };
}

/** Tests, and what only tests import: contract suites, benches and folders called testing. */
const TEST_FILE = /(\.test|\/contract(-[\w-]+)?|\/test-[\w-]+|\/testing\/[\w-]+)\.ts$/;

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*/g;

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

export function lineOf(node: AnyNode): number {
  return node.loc?.start.line ?? 0;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function blankEqual(text: string, code: string): string {
  return Array.from({ length: text.length }, (_, i) =>
    text[i] === code[i] && text[i] !== '\n' ? ' ' : text[i],
  ).join('');
}

export function* walk(node: AnyNode): Generator<AnyNode> {
  yield node;
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* walk(child);
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

export function readImports(path: string, text: string, nodes: readonly AnyNode[]): Import[] {
  const atRunTime = nodes.flatMap((node) => {
    if (!('source' in node) || !isNode(node.source) || node.source.type !== 'Literal') return [];
    return typeof node.source.value === 'string'
      ? [{ specifier: node.source.value, line: lineOf(node) }]
      : [];
  });
  const forTypes = [...text.matchAll(/^(?:import|export) type [^;]*? from '([^']+)'/gm)].map((match) => ({
    specifier: match[1] ?? '',
    line: lineAt(text, match.index),
  }));
  return [
    ...atRunTime.map((one) => ({ ...one, isValue: true })),
    ...forTypes.map((one) => ({ ...one, isValue: false })),
  ].map((one) => ({ ...one, target: resolve(path, one.specifier) }));
}

function resolve(from: string, specifier: string): string | null {
  if (specifier.startsWith('#console/')) return `console/src/${specifier.slice(9)}`;
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return null;
}

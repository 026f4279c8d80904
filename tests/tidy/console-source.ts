import { globSync, readFileSync } from 'node:fs';
import type { AnyNode, Position } from 'acorn';
import { parseSync } from 'vite';
import { lineAt, readImports, type Source, walk } from './source.ts';

/** Every TypeScript file of the console, whose JSX neither Node nor acorn reads. */
export function readConsoleSources(root: string): Source[] {
  return globSync('console/src/**/*.{ts,tsx}', { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path !== GENERATED)
    .sort()
    .map((path) => parseConsoleSource(path, readFileSync(`${root}/${path}`, 'utf8')));
}

const GENERATED = 'console/src/api/paths.ts';

/** Types stay among the nodes, as TypeScript's own kinds; a rule that knows only JavaScript passes them by. */
export function parseConsoleSource(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const root: unknown = program;
  const nodes = [...walk(root as AnyNode)];
  const places = lineStarts(text);
  for (const node of nodes) {
    node.loc = { start: positionOf(places, node.start), end: positionOf(places, node.end) };
  }
  return {
    path,
    text,
    isTest: path.endsWith('.test.ts'),
    lineCount: text.trimEnd().split('\n').length,
    nodes,
    imports: readImports(path, text, nodes).filter(isFirstOfItsKind),
    comments: comments.map(({ value, start }) => ({ text: value, line: lineAt(text, start) })),
    types: '',
  };
}

/** `import type` is found as text and as a node. */
function isFirstOfItsKind(one: Source['imports'][number], i: number, all: Source['imports']): boolean {
  const same = all.filter(({ line }) => line === one.line);
  return same.some(({ isValue }) => !isValue) ? !one.isValue : all.indexOf(one) === i;
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}

function positionOf(starts: readonly number[], index: number): Position {
  const next = starts.findIndex((start) => start > index);
  const line = next < 0 ? starts.length : next;
  return { line, column: index - (starts[line - 1] ?? 0) };
}

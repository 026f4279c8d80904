import { compileFormula, type Scope } from './formula.ts';
import { LOOPS } from './functions.ts';
import { Exact, exactToText } from './number.ts';
import { type Node, parseFormula } from './syntax.ts';
import { FormulaTrouble } from './trouble.ts';
import { Interval, isList, isObject, type Value } from './value.ts';

/** One part of a formula and what it comes to. */
export interface FormulaStep {
  readonly text: string;
  /** As a person reads it; long lists and objects are cut. Null where the part cannot be evaluated. */
  readonly value: string | null;
  /** Code of the trouble, where there is one. */
  readonly code: string | null;
}

const STEPS_MAX = 60;
const SHOWN_MAX = 200;

/**
 * Every part of a formula with its value, in the order in which they are worked out; the last is the formula itself. Each
 * part is evaluated by the very function that evaluates formulas. What a loop does with each element is not shown.
 */
export function explainFormula(text: string, scope: Scope, root: Scope = scope): FormulaStep[] {
  const parts = partsOf(text);
  const steps: FormulaStep[] = [];
  for (const part of [...new Set(parts)].slice(-STEPS_MAX)) {
    const compiled = compileFormula(part);
    const result = compiled.ok ? compiled.value.evaluate(scope, root) : compiled;
    steps.push(
      result.ok
        ? { text: part, value: shown(result.value), code: null }
        : { text: part, value: null, code: result.refusal.code },
    );
  }
  return steps;
}

function partsOf(text: string): string[] {
  try {
    const parts: string[] = [];
    collect(parseFormula(text), parts);
    return [...parts.slice(0, -1), text];
  } catch (trouble) {
    if (trouble instanceof FormulaTrouble) return [text];
    throw trouble;
  }
}

/** Children first: that is how they are worked out. Literals explain themselves. */
function collect(node: Node, parts: string[]): void {
  for (const child of childrenOf(node)) collect(child, parts);
  if (node.kind !== 'literal') parts.push(textOf(node));
}

function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'member':
    case 'unary':
      return [node.of];
    case 'index':
      return [node.of, node.index];
    case 'slice':
      return [node.of, node.from, node.to];
    case 'binary':
      return [node.left, node.right];
    case 'choice':
      return [node.when, node.then, node.otherwise];
    case 'call':
      return LOOPS.has(node.name) ? node.args.slice(0, 1) : node.args;
    case 'array':
      return node.items;
    case 'interval':
      return [node.from, node.to];
    case 'template':
      return node.parts;
  }
}

/** The node as a formula again; brackets where the parts of it would otherwise bind another way. */
function textOf(node: Node): string {
  switch (node.kind) {
    case 'literal':
      return literalText(node.value);
    case 'name':
      return node.name;
    case 'member':
      return `${bracketed(node.of)}.${node.name}`;
    case 'index':
      return `${bracketed(node.of)}[${textOf(node.index)}]`;
    case 'slice':
      return `${bracketed(node.of)}[${textOf(node.from)}:${textOf(node.to)}]`;
    case 'unary':
      return node.sign === '-' ? `-${bracketed(node.of)}` : `not ${bracketed(node.of)}`;
    case 'binary':
      return `${bracketed(node.left)} ${node.sign} ${bracketed(node.right)}`;
    case 'choice':
      return [node.when, '?', node.then, ':', node.otherwise]
        .map((part) => (typeof part === 'string' ? part : bracketed(part)))
        .join(' ');
    case 'call':
      return callText(node);
    case 'array':
      return `[${node.items.map(textOf).join(', ')}]`;
    case 'interval':
      return `${node.openFrom ? '(' : '['}${textOf(node.from)}..${textOf(node.to)}${node.openTo ? ')' : ']'}`;
    case 'template':
      return `\`${node.parts.map(templatePart).join('')}\``;
  }
}

function callText({ name, alias, args }: Extract<Node, { kind: 'call' }>): string {
  const [first, ...others] = args.map(textOf);
  const head = alias === null ? first : `${first} as ${alias}`;
  return `${name}(${[head, ...others].filter((part) => part !== undefined).join(', ')})`;
}

function templatePart(part: Node): string {
  const isText = part.kind === 'literal' && typeof part.value === 'string';
  return isText ? String(part.value) : `\${${textOf(part)}}`;
}

function literalText(value: Extract<Node, { kind: 'literal' }>['value']): string {
  if (value instanceof Exact) return exactToText(value);
  if (typeof value !== 'string') return String(value);
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}

function bracketed(node: Node): string {
  const binds = node.kind === 'binary' || node.kind === 'choice' || node.kind === 'unary';
  return binds ? `(${textOf(node)})` : textOf(node);
}

function shown(value: Value): string {
  if (value instanceof Exact) return exactToText(value);
  if (value instanceof Interval) return `${exactToText(value.from)}..${exactToText(value.to)}`;
  if (typeof value === 'string') return value.slice(0, SHOWN_MAX);
  if (isList(value))
    return `[${value.slice(0, 10).map(element).join(', ')}${value.length > 10 ? ', …' : ''}]`;
  return isObject(value) ? inJson(value).slice(0, SHOWN_MAX) : String(value);
}

function element(value: unknown): string {
  if (value instanceof Exact) return exactToText(value);
  return typeof value === 'object' ? inJson(value).slice(0, 40) : String(value).slice(0, 40);
}

/** Exact numbers inside of lines are read as numbers; JSON knows none of them. */
function inJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (part instanceof Exact ? exactToText(part) : part));
}

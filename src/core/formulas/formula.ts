import { compareDecimals } from '#core/money/decimal.ts';
import { accept, type Outcome, type Params, refuse } from '#core/trouble/trouble.ts';
import { BUILTINS, LOOPS } from './functions.ts';
import {
  addExact,
  divideExact,
  type Exact,
  multiplyExact,
  negateExact,
  powerExact,
  remainderExact,
  wholeOf,
} from './number.ts';
import { type Node, parseFormula } from './syntax.ts';
import { FormulaTrouble } from './trouble.ts';
import {
  areEqual,
  elementOf,
  Interval,
  isIn,
  isList,
  joinTexts,
  listOfInterval,
  memberOf,
  textOf,
  toBoolean,
  toList,
  toNumber,
  toValue,
  type Value,
} from './value.ts';

export const FORMULA_LENGTH_MAX = 1_000;
/** Loops inside loops. */
const LOOP_DEPTH_MAX = 2;
/** Elements of all lists of one evaluation together. */
const ROUNDS_MAX = 100_000;

/** Where a formula's names are looked up; own members only. */
export type Scope = Readonly<Record<string, unknown>>;

/** A formula ready to run. */
export interface Formula {
  readonly text: string;
  /** The names it reads from its scope, each once. `$` stands for the whole record. */
  readonly names: readonly string[];
  /** The value over one scope. `root` is what `$` and `$root` mean; by default the scope itself. */
  readonly evaluate: (scope: Scope, root?: Scope) => Outcome<Value>;
}

interface Run {
  readonly scope: Scope;
  readonly root: Scope;
  readonly elements: Value[];
  rounds: number;
}

type Step = (run: Run) => Value;

interface Context {
  readonly names: Set<string>;
  /** Name of a loop's element → its place on the stack. `#` is the innermost. */
  readonly elements: ReadonlyMap<string, number>;
  readonly depth: number;
}

/**
 * A formula as closures, or a refusal that says where it is wrong.
 *
 * The language is the expression language of zen without assignments, objects, dates and chance, evaluated here with
 * exact decimals. The native engine is not used on records: an overflow, `5 % 0`, or a JSON number such as 1e40 makes it
 * abort the whole process, so that a single poisoned record would stop the hub again after each restart.
 */
export function compileFormula(text: string): Outcome<Formula> {
  const names = new Set<string>();
  return guard({ formula: text.slice(0, 80) }, () => {
    if (text.length > FORMULA_LENGTH_MAX) throw tooCostly(`${FORMULA_LENGTH_MAX} characters`);
    const step = compile(parseFormula(text), { names, elements: new Map(), depth: 0 });
    const params = { formula: text };
    const evaluate: Formula['evaluate'] = (scope, root = scope) =>
      guard(params, () => step({ scope, root, elements: [], rounds: 0 }));
    return { text, names: [...names], evaluate };
  });
}

function guard<T>(params: Params, work: () => T): Outcome<T> {
  try {
    return accept(work());
  } catch (trouble) {
    if (!(trouble instanceof FormulaTrouble)) throw trouble;
    return refuse({ code: trouble.code, params: { ...params, ...trouble.params } });
  }
}

function tooCostly(limit: string): FormulaTrouble {
  return new FormulaTrouble('formula_too_costly', { limit });
}

function compile(node: Node, context: Context): Step {
  switch (node.kind) {
    case 'literal':
      return () => node.value;
    case 'name':
      return compileName(node.name, context);
    case 'call':
      return LOOPS.has(node.name) ? compileLoop(node, context) : compileCall(node, context);
    case 'binary':
      return compileBinary(node, context);
    case 'array':
      return compileArray(node.items, context);
    case 'interval':
      return compileInterval(node, context);
    default:
      return compileSimple(node, context);
  }
}

function compileSimple(
  node: Extract<Node, { kind: 'member' | 'index' | 'slice' | 'unary' | 'choice' | 'template' }>,
  context: Context,
): Step {
  if (node.kind === 'choice') {
    const [when, then, otherwise] = [node.when, node.then, node.otherwise].map((part) =>
      compile(part, context),
    );
    return (run) => (toBoolean(when!(run)) ? then!(run) : otherwise!(run));
  }
  if (node.kind === 'template') {
    const parts = node.parts.map((part) => compile(part, context));
    return (run) => charge(run, joinTexts(parts.map((part) => textOf(part(run)))));
  }
  const of = compile(node.of, context);
  switch (node.kind) {
    case 'member':
      return (run) => memberOf(of(run), node.name);
    case 'unary':
      return node.sign === '-' ? (run) => negateExact(toNumber(of(run))) : (run) => !toBoolean(of(run));
    case 'index': {
      const index = compile(node.index, context);
      return (run) => elementOf(of(run), index(run));
    }
    case 'slice': {
      const from = compile(node.from, context);
      const to = compile(node.to, context);
      return (run) => sliceOf(of(run), from(run), to(run));
    }
  }
}

function compileName(name: string, { names, elements }: Context): Step {
  const place = elements.get(name);
  if (place !== undefined) return (run) => run.elements[place] ?? null;
  if (name === '#') throw new FormulaTrouble('formula_invalid', { position: '?', near: '#' });
  names.add(name === '$root' ? '$' : name);
  if (name === '$' || name === '$root') return (run) => run.root;
  return (run) => (Object.hasOwn(run.scope, name) ? toValue(run.scope[name]) : null);
}

function compileCall({ name, args, at }: Extract<Node, { kind: 'call' }>, context: Context): Step {
  const builtin = BUILTINS.get(name);
  if (builtin === undefined)
    throw new FormulaTrouble('formula_function_unknown', { name, allowed: allowedFunctions() });
  if (args.length < builtin.argumentsMin || args.length > builtin.argumentsMax) {
    throw new FormulaTrouble('formula_invalid', { position: String(at), near: name });
  }
  const steps = args.map((arg) => compile(arg, context));
  const { call } = builtin;
  return (run) => call(steps.map((step) => charge(run, spread(step(run)))));
}

function compileLoop({ name, args, alias, at }: Extract<Node, { kind: 'call' }>, context: Context): Step {
  const [list, body] = args;
  const finish = LOOPS.get(name);
  if (list === undefined || body === undefined || args.length > 2 || finish === undefined) {
    throw new FormulaTrouble('formula_invalid', { position: String(at), near: name });
  }
  const place = context.depth;
  if (place >= LOOP_DEPTH_MAX) throw tooCostly(`${LOOP_DEPTH_MAX} loops inside one another`);
  const elements = new Map(context.elements).set(alias ?? '#', place).set('#', place);
  checkLoopedRange(list);
  const listStep = compile(list, context);
  const each = compile(body, { ...context, elements, depth: place + 1 });
  return (run) => {
    const items = toList(listStep(run));
    charge(run, items);
    return finish(items, (element) => {
      run.elements[place] = toValue(element);
      return each(run);
    });
  };
}

function compileArray(items: readonly Node[], context: Context): Step {
  const steps = items.map((item) => compile(item, context));
  return (run) =>
    charge(
      run,
      steps.map((step) => step(run)),
    );
}

function compileInterval(node: Extract<Node, { kind: 'interval' }>, context: Context): Step {
  const from = compile(node.from, context);
  const to = compile(node.to, context);
  const open = { from: node.openFrom, to: node.openTo };
  return (run) => new Interval(toNumber(from(run)), toNumber(to(run)), open);
}

/** A loop over a range says how long it is where it is written, or is refused before it ever runs. */
function checkLoopedRange(list: Node): void {
  if (list.kind !== 'interval') return;
  if (list.from.kind !== 'literal' || list.to.kind !== 'literal')
    throw tooCostly('[1..10] with written numbers');
  const open = { from: list.openFrom, to: list.openTo };
  listOfInterval(new Interval(toNumber(list.from.value), toNumber(list.to.value), open));
}

function compileBinary({ sign, left, right }: Extract<Node, { kind: 'binary' }>, context: Context): Step {
  const a = compile(left, context);
  const b = compile(right, context);
  switch (sign) {
    case 'and':
      return (run) => toBoolean(a(run)) && toBoolean(b(run));
    case 'or':
      return (run) => toBoolean(a(run)) || toBoolean(b(run));
    case '??':
      return (run) => a(run) ?? b(run);
    default: {
      const operation = OPERATIONS.get(sign);
      if (operation === undefined) throw new FormulaTrouble('formula_invalid', { position: '?', near: sign });
      return (run) => charge(run, operation(a(run), charge(run, b(run))));
    }
  }
}

function spread(value: Value): Value {
  return value instanceof Interval ? listOfInterval(value) : value;
}

/** Every list and text that is walked through or built counts, so that no formula can hold up the batch it runs in. */
function charge<V extends Value>(run: Run, value: V): V {
  if (typeof value === 'string') run.rounds += value.length >> 6;
  else if (isList(value)) run.rounds += value.length;
  if (run.rounds > ROUNDS_MAX) throw tooCostly(`${ROUNDS_MAX} steps`);
  return value;
}

const OPERATIONS: ReadonlyMap<string, (a: Value, b: Value) => Value> = new Map([
  ['==', areEqual],
  ['!=', (a: Value, b: Value) => !areEqual(a, b)],
  ['in', isIn],
  ['not in', (a: Value, b: Value) => !isIn(a, b)],
  ['<', (a: Value, b: Value) => compareDecimals(toNumber(a), toNumber(b)) < 0],
  ['<=', (a: Value, b: Value) => compareDecimals(toNumber(a), toNumber(b)) <= 0],
  ['>', (a: Value, b: Value) => compareDecimals(toNumber(a), toNumber(b)) > 0],
  ['>=', (a: Value, b: Value) => compareDecimals(toNumber(a), toNumber(b)) >= 0],
  ['+', add],
  ['-', (a: Value, b: Value) => addExact(toNumber(a), negateExact(toNumber(b)))],
  ['*', onNumbers(multiplyExact)],
  ['/', onNumbers(divideExact)],
  ['%', onNumbers(remainderExact)],
  ['^', onNumbers(powerExact)],
]);

function add(a: Value, b: Value): Value {
  if (typeof a === 'string' && typeof b === 'string') return joinTexts([a, b]);
  return addExact(toNumber(a), toNumber(b));
}

function onNumbers(operation: (a: Exact, b: Exact) => Exact | null): (a: Value, b: Value) => Value {
  return (a, b) => operation(toNumber(a), toNumber(b));
}

function sliceOf(value: Value, from: Value, to: Value): Value {
  const first = wholeOf(toNumber(from)) ?? 0;
  const last = wholeOf(toNumber(to)) ?? 0;
  return isList(value) ? value.slice(first, last + 1) : textOf(value).slice(first, last + 1);
}

function allowedFunctions(): string {
  return [...BUILTINS.keys(), ...LOOPS.keys()].join(', ');
}

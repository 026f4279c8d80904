import { isRecord } from '#connectors/kit/json.ts';
import { CallError, MSG } from './envelope.ts';

export type Scalar = string | number | boolean | null;

/** A condition of a `FilterString`, ready to be tested against a row. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'compare'; readonly field: string; readonly operator: Operator; readonly value: Scalar }
  | { readonly kind: 'in'; readonly field: string; readonly values: readonly Scalar[] }
  | { readonly kind: 'like'; readonly field: string; readonly pattern: RegExp }
  | { readonly kind: 'null'; readonly field: string };

export type Operator = '=' | '<>' | '<' | '>' | '<=' | '>=';

interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'sign';
  readonly text: string;
}

const TOKEN = /\s*(?:(N?'(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|(<>|!=|<=|>=|[=<>(),]))/y;
const OPERATORS: Readonly<Record<string, Operator>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
};
const DEPTH_MAX = 50;

/** Reads a `FilterString`, as SQL-like text or as a list of comparisons. Null: no condition. */
export function parseFilter(filter: unknown): Condition | null {
  const text = Array.isArray(filter) ? filter.map(textOfClause).join(' ') : filter;
  if (typeof text !== 'string' || text.trim() === '') return null;
  return new Parser(tokenize(text)).parse();
}

/** Compare codes of the list form. Only 67 (equals, text) is documented by several sources. */
const COMPARE: Readonly<Record<string, string>> = {
  '67': '=',
  '=': '=',
  '17': 'like',
  '83': '<>',
  '60': 'like',
};

/** One clause of the list form, written as text. Its own logic word belongs behind it, except behind the last. */
function textOfClause(clause: unknown, at: number, all: readonly unknown[]): string {
  if (!isRecord(clause)) return fail('过滤条件');
  const part = (name: string) => String(clause[name] ?? '');
  const compare =
    COMPARE[part('Compare')] ?? (OPERATORS[part('Compare')] || fail(`Compare ${part('Compare')}`));
  const value = part('Value').replaceAll("'", "''");
  const quoted = compare === 'like' ? `'%${value}%'` : `'${value}'`;
  const logic = at === all.length - 1 ? '' : part('Logic') === '1' ? 'or' : 'and';
  return `${part('Left')} ${part('FieldName')} ${compare} ${quoted} ${part('Right')} ${logic}`;
}

function fail(near: string): never {
  throw new CallError(MSG.parameter, `过滤条件语法错误，位于“${near}”附近`);
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) return fail(text.slice(from, from + 20));
    tokens.push(tokenOf(match));
  }
  return tokens;
}

function tokenOf([, quoted, digits, word, sign]: RegExpExecArray): Token {
  if (quoted !== undefined) {
    return { kind: 'text', text: quoted.slice(quoted.indexOf("'") + 1, -1).replaceAll("''", "'") };
  }
  if (digits !== undefined) return { kind: 'number', text: digits };
  if (word !== undefined) return { kind: 'word', text: word };
  return { kind: 'sign', text: sign ?? '' };
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Condition {
    const condition = this.#any();
    return this.#at === this.#tokens.length ? condition : fail(this.#peek());
  }

  #any(): Condition {
    const parts = [this.#all()];
    while (this.#takeWord('or')) parts.push(this.#all());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'or', parts };
  }

  #all(): Condition {
    const parts = [this.#one()];
    while (this.#takeWord('and')) parts.push(this.#one());
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts };
  }

  #one(): Condition {
    if (this.#takeWord('not')) return { kind: 'not', part: this.#one() };
    if (this.#takeSign('(')) {
      this.#depth += 1;
      if (this.#depth > DEPTH_MAX) return fail('(');
      const inner = this.#any();
      this.#expect(')');
      this.#depth -= 1;
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): Condition {
    const left = this.#next();
    if (left.kind === 'number') return this.#constant(left);
    if (left.kind !== 'word') return fail(left.text);
    const field = left.text;
    if (this.#takeWord('is')) return this.#isNull(field);
    const isNegated = this.#takeWord('not');
    const condition = this.#tail(field, isNegated);
    return isNegated ? { kind: 'not', part: condition } : condition;
  }

  #tail(field: string, isNegated: boolean): Condition {
    if (this.#takeWord('in')) return { kind: 'in', field, values: this.#list() };
    if (this.#takeWord('like')) return { kind: 'like', field, pattern: likePattern(String(this.#value())) };
    const operator = OPERATORS[this.#peek()];
    if (isNegated || operator === undefined) return fail(this.#peek());
    this.#at += 1;
    return { kind: 'compare', field, operator, value: this.#value() };
  }

  /** `1=1`, which generated filters often begin with. */
  #constant(left: Token): Condition {
    this.#expect('=');
    const holds = String(this.#value()) === left.text;
    return holds ? { kind: 'and', parts: [] } : { kind: 'or', parts: [] };
  }

  #isNull(field: string): Condition {
    const isNegated = this.#takeWord('not');
    if (!this.#takeWord('null')) return fail(this.#peek());
    return isNegated ? { kind: 'not', part: { kind: 'null', field } } : { kind: 'null', field };
  }

  #list(): Scalar[] {
    this.#expect('(');
    const values = [this.#value()];
    while (this.#takeSign(',')) values.push(this.#value());
    this.#expect(')');
    return values;
  }

  #value(): Scalar {
    const token = this.#next();
    if (token.kind === 'number') return Number(token.text);
    if (token.kind === 'word' && token.text.toLowerCase() === 'null') return null;
    return token.kind === 'text' ? token.text : fail(token.text);
  }

  #peek(): string {
    return this.#tokens[this.#at]?.text ?? '';
  }

  #next(): Token {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token ?? fail('…');
  }

  #takeWord(word: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  #takeSign(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.#at += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#takeSign(sign)) fail(this.#peek());
  }
}

/** LIKE as SQL Server has it: `%`, `_`, and `[…]` for one character of a set, so that `[[]` means a bracket. */
function likePattern(like: string): RegExp {
  const source = like.replace(/%+|_|\[(\^?)([^\]]+)\]|[\s\S]/g, (part, negated?: string, set?: string) => {
    if (part.startsWith('%')) return '[\\s\\S]*';
    if (part === '_') return '[\\s\\S]';
    if (set !== undefined) return `[${negated ?? ''}${set.replace(/[\\^[]/g, '\\$&')}]`;
    return part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'iu');
}

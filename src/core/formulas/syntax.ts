import { plainNumberText } from '#core/money/number-text.ts';
import { type Exact, exactFromText } from './number.ts';
import { type Token, tokenize } from './token.ts';
import { FormulaTrouble } from './trouble.ts';

/** A formula as a tree. */
export type Node =
  | { readonly kind: 'literal'; readonly value: string | boolean | null | Exact }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly of: Node; readonly name: string }
  | { readonly kind: 'index'; readonly of: Node; readonly index: Node }
  | { readonly kind: 'slice'; readonly of: Node; readonly from: Node; readonly to: Node }
  | { readonly kind: 'unary'; readonly sign: '-' | 'not'; readonly of: Node }
  | { readonly kind: 'binary'; readonly sign: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'choice'; readonly when: Node; readonly then: Node; readonly otherwise: Node }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly alias: string | null;
      readonly args: readonly Node[];
      readonly at: number;
    }
  | { readonly kind: 'array'; readonly items: readonly Node[] }
  | {
      readonly kind: 'interval';
      readonly from: Node;
      readonly to: Node;
      readonly openFrom: boolean;
      readonly openTo: boolean;
    }
  | { readonly kind: 'template'; readonly parts: readonly Node[] };

const BINDING: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  in: 3,
  'not in': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  '^': 6,
  '??': 7,
};
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);
/** Brackets, signs and choices inside one another. Far beyond what a person writes, far below what a stack holds. */
const DEPTH_MAX = 60;

/** The tree of a formula. Throws FormulaTrouble where the text is not one expression. */
export function parseFormula(formula: string): Node {
  const parser = new Parser(tokenize(formula), 0);
  const node = parser.expression();
  parser.expectEnd();
  return node;
}

class Parser {
  private readonly tokens: readonly Token[];
  private place = 0;
  private depth: number;

  constructor(tokens: readonly Token[], depth: number) {
    this.tokens = tokens;
    this.depth = depth;
  }

  expression(): Node {
    this.descend();
    const when = this.binary(1);
    let node = when;
    if (this.take('?')) {
      const then = this.expression();
      this.expect(':');
      node = { kind: 'choice', when, then, otherwise: this.expression() };
    }
    this.depth -= 1;
    return node;
  }

  expectEnd(): void {
    if (this.token().kind !== 'end') this.fail();
  }

  private binary(bindingMin: number): Node {
    let left = this.unary();
    for (;;) {
      const sign = this.binarySign();
      const binding = sign === null ? 0 : (BINDING[sign] ?? 0);
      if (sign === null || binding < bindingMin) return left;
      this.place += sign === 'not in' ? 2 : 1;
      // Powers bind to the right, everything else to the left.
      const right = this.binary(sign === '^' ? binding : binding + 1);
      left = { kind: 'binary', sign, left, right };
    }
  }

  private binarySign(): string | null {
    const { kind, text } = this.token();
    if (kind !== 'sign' && kind !== 'name') return null;
    if (text === 'not' && this.token(1).text === 'in') return 'not in';
    return Object.hasOwn(BINDING, text) ? text : null;
  }

  private unary(): Node {
    const sign = this.take('-') ? '-' : this.take('!') || this.takeWord('not') ? 'not' : null;
    if (sign === null) return this.postfix(this.primary());
    this.descend();
    const of = this.unary();
    this.depth -= 1;
    return { kind: 'unary', sign, of };
  }

  private postfix(start: Node): Node {
    let node = start;
    for (;;) {
      if (this.take('.')) node = { kind: 'member', of: node, name: this.name() };
      else if (this.take('[')) node = this.indexOf(node);
      else return node;
    }
  }

  private indexOf(of: Node): Node {
    const index = this.expression();
    if (this.take(':')) {
      const to = this.expression();
      this.expect(']');
      return { kind: 'slice', of, from: index, to };
    }
    this.expect(']');
    return { kind: 'index', of, index };
  }

  private primary(): Node {
    const token = this.token();
    this.place += 1;
    if (token.kind === 'number') return { kind: 'literal', value: this.number(token) };
    if (token.kind === 'text') return { kind: 'literal', value: token.text };
    if (token.kind === 'template') return this.template(token);
    if (token.kind === 'name') return this.nameOrCall(token);
    if (token.text === '#') return { kind: 'name', name: '#' };
    if (token.text === '(' || token.text === '[') return this.bracket(token.text);
    this.place -= 1;
    return this.fail();
  }

  private number(token: Token): Exact {
    const text = plainNumberText(Number(token.text));
    return exactFromText(token.text) ?? (text === null ? null : exactFromText(text)) ?? this.fail(token);
  }

  private nameOrCall(token: Token): Node {
    const word = WORDS.get(token.text);
    if (word !== undefined) return { kind: 'literal', value: word };
    if (!this.take('(')) return { kind: 'name', name: token.text };
    const args: Node[] = [];
    let alias: string | null = null;
    while (!this.take(')')) {
      if (args.length > 0) this.expect(',');
      args.push(this.expression());
      if (args.length === 1 && this.takeWord('as')) alias = this.name();
    }
    return { kind: 'call', name: token.text, alias, args, at: token.at };
  }

  /** `( … )`, `[a, b]`, or an interval: `[1..5]`, `(1..5]`. */
  private bracket(open: string): Node {
    if (open === '[' && this.take(']')) return { kind: 'array', items: [] };
    const first = this.expression();
    if (this.take('..')) {
      const to = this.expression();
      const openTo = this.take(')');
      if (!openTo) this.expect(']');
      return { kind: 'interval', from: first, to, openFrom: open === '(', openTo };
    }
    if (open === '(') {
      this.expect(')');
      return first;
    }
    const items = [first];
    while (this.take(',')) items.push(this.expression());
    this.expect(']');
    return { kind: 'array', items };
  }

  private template(token: Token): Node {
    const parts: Node[] = [];
    let rest = token.text;
    for (let open = rest.indexOf('${'); open >= 0; open = rest.indexOf('${')) {
      const close = rest.indexOf('}', open);
      if (close < 0) this.fail(token);
      parts.push({ kind: 'literal', value: rest.slice(0, open) });
      const inner = new Parser(tokenize(rest.slice(open + 2, close)), this.depth + 1);
      parts.push(inner.expression());
      inner.expectEnd();
      rest = rest.slice(close + 1);
    }
    parts.push({ kind: 'literal', value: rest });
    return { kind: 'template', parts };
  }

  private name(): string {
    const token = this.token();
    if (token.kind !== 'name') this.fail();
    this.place += 1;
    return token.text;
  }

  private token(ahead = 0): Token {
    return (
      this.tokens[Math.min(this.place + ahead, this.tokens.length - 1)] ?? { kind: 'end', text: '', at: 0 }
    );
  }

  private take(sign: string): boolean {
    const token = this.token();
    if (token.kind !== 'sign' || token.text !== sign) return false;
    this.place += 1;
    return true;
  }

  private takeWord(word: string): boolean {
    const token = this.token();
    if (token.kind !== 'name' || token.text !== word) return false;
    this.place += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.take(sign)) this.fail();
  }

  private descend(): void {
    this.depth += 1;
    if (this.depth > DEPTH_MAX)
      throw new FormulaTrouble('formula_too_costly', { limit: `nesting ${DEPTH_MAX}` });
  }

  private fail(token: Token = this.token()): never {
    throw new FormulaTrouble('formula_invalid', {
      position: String(token.at),
      near: token.text === '' ? '∎' : token.text,
    });
  }
}

import { FormulaTrouble } from './trouble.ts';

export type TokenKind = 'number' | 'text' | 'template' | 'name' | 'sign' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** Without the quotes for texts and templates. */
  readonly text: string;
  /** 1-based position in the formula. */
  readonly at: number;
}

// Names may be in any script: column headings of Chinese spreadsheets are names too.
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d{1,2})?/y;
const SIGN = /\.\.|==|!=|<=|>=|\?\?|[-+*/%^<>?:,.!()[\]#]/y;
const SPACE = /\s+/y;
const CLOSING: Readonly<Record<string, TokenKind>> = { '"': 'text', "'": 'text', '`': 'template' };

/** The words and signs of a formula, ended by one token of kind `end`. Throws FormulaTrouble at the first odd character. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  while (place < formula.length) {
    const space = matchAt(SPACE, formula, place);
    if (space !== null) {
      place += space.length;
      continue;
    }
    const [token, length] = tokenAt(formula, place);
    tokens.push(token);
    place += length;
  }
  tokens.push({ kind: 'end', text: '', at: formula.length + 1 });
  return tokens;
}

function tokenAt(formula: string, place: number): [Token, number] {
  const at = place + 1;
  const first = formula.charAt(place);
  const quoted = CLOSING[first];
  if (quoted !== undefined) {
    const close = formula.indexOf(first, at);
    if (close < 0) throw new FormulaTrouble('formula_invalid', { position: String(at), near: first });
    return [{ kind: quoted, text: formula.slice(at, close), at }, close - place + 1];
  }
  const number = matchAt(NUMBER, formula, place);
  if (number !== null) return [{ kind: 'number', text: number.replaceAll('_', ''), at }, number.length];
  const name = matchAt(NAME, formula, place);
  if (name !== null) return [{ kind: 'name', text: name, at }, name.length];
  const sign = matchAt(SIGN, formula, place);
  if (sign !== null) return [{ kind: 'sign', text: sign, at }, sign.length];
  throw new FormulaTrouble('formula_invalid', { position: String(at), near: first });
}

function matchAt(pattern: RegExp, text: string, place: number): string | null {
  pattern.lastIndex = place;
  return pattern.exec(text)?.[0] ?? null;
}

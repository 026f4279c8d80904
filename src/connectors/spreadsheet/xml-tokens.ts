import { XML_DEPTH_MAX, XML_TOKEN_CHARS_MAX } from './limits.ts';
import { refuseFile } from './refuse-file.ts';

/** Told about every element and text as it arrives. `attributes` is unread text: most are never asked for. */
export interface XmlHandler {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * XML as a stream of tokens, as much of it as Office files use. Document type declarations are refused, and with them
 * every entity that could grow or fetch; prefixes of names are dropped, because writers differ in them and nothing else.
 */
export class XmlTokens {
  readonly #handler: XmlHandler;
  readonly #path: string[] = [];
  #rest = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  push(chunk: string): void {
    const text = this.#rest + chunk;
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open === -1) break;
      const end = tokenEnd(text, open);
      if (end === -1) break;
      if (open > at && this.#path.length > 0) this.#handler.text(decodeEntities(text.slice(at, open)));
      this.#token(text, open, end);
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > XML_TOKEN_CHARS_MAX) refuseFile('file_damaged', { why: 'XML token too long' });
  }

  end(): void {
    if (this.#path.length > 0 || this.#rest.includes('<'))
      refuseFile('file_damaged', { why: 'XML ends too early' });
  }

  #token(text: string, open: number, end: number): void {
    const kind = text.charCodeAt(open + 1);
    if (kind === SLASH) this.#close(localName(text.slice(open + 2, end - 1).trimEnd()));
    else if (kind === QUESTION) return;
    else if (kind !== BANG) this.#open(text, open, end);
    else if (text.startsWith(CDATA, open)) this.#handler.text(text.slice(open + CDATA.length, end - 3));
    else if (!text.startsWith('<!--', open)) refuseFile('xml_doctype');
  }

  #open(text: string, open: number, end: number): void {
    const isEmpty = text.charCodeAt(end - 2) === SLASH;
    const tag = text.slice(open + 1, isEmpty ? end - 2 : end - 1);
    const blank = firstBlank(tag);
    const name = localName(blank === -1 ? tag : tag.slice(0, blank));
    if (this.#path.push(name) > XML_DEPTH_MAX) refuseFile('file_damaged', { why: 'XML too deep' });
    this.#handler.open(name, blank === -1 ? '' : tag.slice(blank));
    if (isEmpty) this.#close(name);
  }

  #close(name: string): void {
    if (this.#path.pop() !== name) refuseFile('file_damaged', { why: `</${name}>` });
    this.#handler.close(name);
  }
}

/** The value of one attribute, or null. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    if (attributes.charCodeAt(at - 1) > 32) continue;
    const after = at + name.length;
    // As every writer writes it; the pattern below is for hand-made files.
    if (attributes.charCodeAt(after) === EQUALS && attributes.charCodeAt(after + 1) === QUOTE)
      return decodeEntities(attributes.slice(after + 2, attributes.indexOf('"', after + 2)));
    const found = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(after));
    if (found !== null) return decodeEntities(found[1] ?? found[2] ?? '');
  }
  return null;
}

const CDATA = '<![CDATA[';
const BANG = 33;
const SLASH = 47;
const QUESTION = 63;
const QUOTE = 34;
const APOSTROPHE = 39;
const EQUALS = 61;
const GREATER = 62;

/** One past the token that starts at `open`; −1 when it has not arrived completely. */
function tokenEnd(text: string, open: number): number {
  const kind = text.charCodeAt(open + 1);
  if (kind === BANG) {
    if (text.startsWith('<!--', open)) return after(text, '-->', open + 4);
    if (text.startsWith(CDATA, open)) return after(text, ']]>', open + CDATA.length);
    // Enough of it must be there to tell a comment from a declaration.
    return text.length - open < CDATA.length ? -1 : open + CDATA.length;
  }
  if (kind === QUESTION) return after(text, '?>', open + 2);
  let quote = 0;
  for (let at = open + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
    else if (code === GREATER) return at + 1;
  }
  return -1;
}

function firstBlank(tag: string): number {
  for (let at = 0; at < tag.length; at += 1) if (tag.charCodeAt(at) <= 32) return at;
  return -1;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities XML always has, and characters by number. There are no others without a document type. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#?\w*);?/g, (whole, name: string) => {
    const code = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const point = code === null ? Number.NaN : Number.parseInt(code[1] ?? code[2] ?? '', code[1] ? 16 : 10);
    if (point >= 0 && point <= 0x10ffff) return String.fromCodePoint(point);
    return NAMED[name] ?? refuseFile('file_damaged', { why: whole });
  });
}

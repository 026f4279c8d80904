import type { AnyNode, ObjectExpression } from 'acorn';
import { LANGUAGES, type Message, type Text } from '#core/trouble/message.ts';
import { isProduct, type Rule } from '../rule.ts';
import { lineOf, type Source } from '../source.ts';
import { textOf } from './places.ts';

/** Rules that keep the code and the catalogue of messages in step. */

/** One place where a code is given away, with the parameters it carries; null when they are not spelled out there. */
interface UsedCode {
  readonly code: string;
  readonly params: ReadonlySet<string> | null;
  readonly path: string;
  readonly line: number;
}

type Messages = ReadonlyMap<string, Message>;

export function codesAreListed(catalogue: Messages): Rule {
  return {
    name: 'every code that is used is in the catalogue',
    fix: 'Add it to src/core/trouble/messages/<area>.ts, in Chinese, English and Japanese.',
    check: (sources) =>
      usedCodes(sources)
        .filter(({ code }) => !catalogue.has(code))
        .map(({ path, line, code }) => `${path}:${line}: ${code}`),
  };
}

export function codesAreUsed(catalogue: Messages, alsoRead: readonly string[]): Rule {
  return {
    name: 'every code of the catalogue is used',
    fix: 'Delete the message, or refuse with it where it was meant.',
    check: (sources) => {
      const used = new Set(sources.filter(givesCodes).flatMap(({ nodes }) => nodes.map(textOf)));
      const elsewhere = alsoRead.join('\n');
      return [...catalogue.keys()].filter(
        (code) => !used.has(code) && !new RegExp(`\\b${code}\\b`).test(elsewhere),
      );
    },
  };
}

export function paramsAreGiven(catalogue: Messages): Rule {
  return {
    name: 'a message gets every parameter it names',
    fix: 'Add the parameter to `params` (as text), or take it out of the message.',
    check: (sources) => {
      const onTheWay = new Set(['at', ...paramsAddedOnTheWay(sources)]);
      return usedCodes(sources).flatMap(({ code, params, path, line }) => {
        const message = catalogue.get(code);
        if (message === undefined || params === null) return [];
        const missing = [...placesOf(message.title.en), ...placesOf(message.advice.en)].filter(
          (name) => !onTheWay.has(name) && !params.has(name),
        );
        return missing.length === 0
          ? []
          : [`${path}:${line}: ${code} lacks ${[...new Set(missing)].join(', ')}`];
      });
    },
  };
}

/** `params: { source, ...params }`: what a caller adds to every trouble that passes. */
function paramsAddedOnTheWay(sources: readonly Source[]): string[] {
  return sources.filter(givesCodes).flatMap(({ nodes }) =>
    nodes.flatMap((node) => {
      const params = propertyOf(node, 'params');
      if (params?.type !== 'ObjectExpression') return [];
      const passesOn = params.properties.some(({ type }) => type === 'SpreadElement');
      return passesOn ? namesOf(params).filter((name) => name !== null) : [];
    }),
  );
}

export function textsAgree(catalogue: Messages): Rule {
  return {
    name: 'every message says the same in Chinese, English and Japanese',
    fix: 'Write all three texts with the same {parameters}; codes are snake_case.',
    check: () =>
      [...catalogue].flatMap(([code, { title, advice }]) => [
        ...(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(code) ? [] : [`${code}: not snake_case`]),
        ...judgeText(`${code}.title`, title),
        ...judgeText(`${code}.advice`, advice),
      ]),
  };
}

function judgeText(name: string, text: Text): string[] {
  const empty = LANGUAGES.filter((language) => text[language].trim() === '').map(
    (language) => `${name}.${language}: empty`,
  );
  const wanted = [...new Set(placesOf(text.zh))].sort().join(' ');
  const differing = LANGUAGES.filter(
    (language) => [...new Set(placesOf(text[language]))].sort().join(' ') !== wanted,
  );
  return [
    ...empty,
    ...differing.map((language) => `${name}.${language}: other parameters than zh (${wanted})`),
  ];
}

function placesOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)(?::name)?\}/g)].map((match) => match[1] ?? '');
}

/** Simulators speak their vendor's codes, not ours. */
function givesCodes(source: Source): boolean {
  return isProduct(source) && !/simulator|\/messages\//.test(source.path);
}

export function usedCodes(sources: readonly Source[]): UsedCode[] {
  return sources
    .filter(givesCodes)
    .flatMap(({ path, nodes }) =>
      nodes.flatMap((node) => givenCodes(node).map((given) => ({ ...given, path, line: lineOf(node) }))),
    );
}

type Given = Pick<UsedCode, 'code' | 'params'>;

/** `{ code, at, … }` as refusals and findings have it, or `new Fault(code, { params })`. */
function givenCodes(node: AnyNode): Given[] {
  if (node.type === 'ObjectExpression')
    return looksLikeTrouble(node) ? readGiven(propertyOf(node, 'code'), node) : [];
  if (node.type !== 'NewExpression' || node.callee.type !== 'Identifier' || node.callee.name !== 'Fault')
    return [];
  return readGiven(node.arguments[0], node.arguments[1]);
}

function looksLikeTrouble(node: AnyNode): boolean {
  return ['at', 'params', 'level', 'effect'].some((name) => propertyOf(node, name) !== undefined);
}

function readGiven(codes: AnyNode | undefined, carrier: AnyNode | undefined): Given[] {
  const params = carrier ? paramsOf(carrier) : new Set<string>();
  return choices(codes).map((code) => ({ code, params }));
}

/** The texts an expression can come to; both arms of a choice. */
function choices(node: AnyNode | undefined): string[] {
  if (node === undefined) return [];
  if (node.type === 'ConditionalExpression') return [...choices(node.consequent), ...choices(node.alternate)];
  if (node.type === 'LogicalExpression') return [...choices(node.left), ...choices(node.right)];
  return node.type === 'Literal' && typeof node.value === 'string' ? [node.value] : [];
}

function paramsOf(carrier: AnyNode): ReadonlySet<string> | null {
  if (carrier.type !== 'ObjectExpression' || carrier.properties.some(({ type }) => type === 'SpreadElement'))
    return null;
  const params = propertyOf(carrier, 'params');
  if (params === undefined) return new Set();
  if (params.type !== 'ObjectExpression') return null;
  const names = namesOf(params);
  return names.includes(null) ? null : new Set(names.filter((name) => name !== null));
}

/** The names of an object's properties; null for one that is spread or computed. */
function namesOf({ properties }: ObjectExpression): (string | null)[] {
  return properties.map((property) =>
    property.type === 'Property' && property.key.type === 'Identifier' ? property.key.name : null,
  );
}

function propertyOf(node: AnyNode, name: string): AnyNode | undefined {
  if (node.type !== 'ObjectExpression') return undefined;
  for (const property of node.properties) {
    if (property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === name)
      return property.value;
  }
  return undefined;
}

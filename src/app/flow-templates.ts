import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { FlowTemplate, TemplateNeeds } from '#api/flows/flow-template.ts';
import { dictionary, type Guard, list, object, oneOf, required, text } from '#core/flows/guards.ts';
import type { Text } from '#core/trouble/message.ts';
import { assert, type Refusal } from '#core/trouble/trouble.ts';

/** Stands beside `src/` wherever the product is installed. */
const FOLDER = fileURLToPath(new URL('../../examples/templates/', import.meta.url));

/** The gallery, in the order in which it is shown: what most people come for first. */
const ORDER = ['web-shop', 'multi-brand-pos', 'rest-orders', 'bank-statement', 'payroll'];

/** Every template that ships with the product. The files are ours, so whatever is wrong with them is a bug. */
export function readTemplates(): FlowTemplate[] {
  const codes = readdirSync(FOLDER);
  return codes.toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b)).map(readTemplate);
}

function rank(code: string): number {
  const place = ORDER.indexOf(code);
  return place < 0 ? ORDER.length : place;
}

type Facts = Omit<FlowTemplate, 'code' | 'source' | 'definition' | 'samples'>;

const NAME = /^[\s\S]{1,200}$/;
const words = object<Text>({ zh: required(text()), en: required(text()), ja: required(text()) });
const needs = object<TemplateNeeds>({
  details: required(list(oneOf(['vat']), { max: 1 })),
  dimensions: required(
    dictionary(dictionary(oneOf(['must', 'may']), { max: 10, name: NAME }), { max: 20, name: NAME }),
  ),
  values: required(dictionary(dictionary(text(), { max: 50, name: NAME }), { max: 20, name: NAME })),
  crosswalks: required(dictionary(dictionary(text(), { max: 50, name: NAME }), { max: 20, name: NAME })),
});
const shape: Guard<Facts> = object<Facts>({
  title: required(words),
  description: required(words),
  connector: required(text()),
  kind: required(text()),
  notes: required(dictionary(words, { max: 50, name: NAME })),
  needs: required(needs),
});

function readTemplate(code: string): FlowTemplate {
  const read = (name: string) => readFileSync(`${FOLDER}${code}/${name}`, 'utf8');
  const facts: unknown = parse(read('template.yaml'));
  const problems: Refusal[] = [];
  assert(shape(facts, '', problems), `examples/templates/${code}: ${JSON.stringify(problems)}`);
  const source = read('flow.yaml');
  const samples: unknown = JSON.parse(read('samples.json'));
  assert(Array.isArray(samples), `examples/templates/${code}/samples.json is a list`);
  return { ...facts, code, source, definition: parse(source), samples };
}

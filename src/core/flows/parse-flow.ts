import type { Refusal } from '#core/trouble/trouble.ts';
import type { Checked } from './checked.ts';
import type { FieldMapping, Flow } from './flow.ts';
import { flowShape } from './flow-shape.ts';

/** A list of mistakes longer than this is one mistake made many times. */
const PROBLEMS_MAX = 200;

/**
 * The flow that `input` (parsed YAML or JSON) describes, or everything that is wrong with it: where, what, and
 * what is allowed there. Unknown keys are refused, since a misspelt `requierd` must not silently mean "optional".
 */
export function parseFlow(input: unknown): Checked<Flow> {
  const problems: Refusal[] = [];
  if (!flowShape(input, '', problems)) return { ok: false, refusals: problems.slice(0, PROBLEMS_MAX) };
  checkMeaning(input, problems);
  if (problems.length > 0) return { ok: false, refusals: problems.slice(0, PROBLEMS_MAX) };
  return { ok: true, value: input };
}

function checkMeaning(flow: Flow, problems: Refusal[]): void {
  for (const [index, { fields, lines, enrich }] of flow.documents.entries()) {
    const at = `documents[${index}]`;
    for (const key of ['number', 'doc_date']) {
      if (!Object.hasOwn(fields, key)) problems.push(missing(`${at}.fields.${key}`, key));
    }
    checkSources(fields, `${at}.fields`, problems);
    if (lines !== undefined) checkSources(lines.fields, `${at}.lines.fields`, problems);
    checkTableNames(flow, enrich ?? [], `${at}.enrich`, problems);
    checkTableNames(flow, lines?.enrich ?? [], `${at}.lines.enrich`, problems);
  }
  checkKinds(flow, problems);
}

function missing(at: string, key: string): Refusal {
  return { code: 'flow_key_missing', at, params: { key } };
}

function checkSources(fields: Readonly<Record<string, FieldMapping>>, at: string, problems: Refusal[]): void {
  for (const [name, mapping] of Object.entries(fields)) {
    if (typeof mapping === 'string') continue;
    const sources = [mapping.path, mapping.formula, mapping.value].filter((source) => source !== undefined);
    if (sources.length !== 1) {
      problems.push({
        code: 'flow_source_not_one',
        at: `${at}.${name}`,
        params: { found: String(sources.length) },
      });
    }
  }
}

function checkTableNames(flow: Flow, names: readonly string[], at: string, problems: Refusal[]): void {
  const tables = Object.keys(flow.tables ?? {});
  for (const [index, name] of names.entries()) {
    if (tables.includes(name)) continue;
    problems.push({
      code: 'flow_table_unknown',
      at: `${at}[${index}]`,
      params: { name, allowed: tables.join(', ') },
    });
  }
}

function checkKinds(flow: Flow, problems: Refusal[]): void {
  const kinds = new Set(flow.documents.map(({ kind }) => kind));
  for (const [index, { document }] of flow.template.entries()) {
    if (kinds.has(document)) continue;
    const params = { kind: document, allowed: [...kinds].join(', ') };
    problems.push({ code: 'flow_kind_unknown', at: `template[${index}].document`, params });
  }
  for (const [index, { kind }] of flow.documents.entries()) {
    if (flow.template.some(({ document }) => document === kind)) continue;
    problems.push({ code: 'flow_kind_without_template', at: `documents[${index}].kind`, params: { kind } });
  }
}

import { diffLists } from './diff-lists.ts';
import type { DocumentMapping, Flow, VoucherTemplate } from './flow.ts';

/** One thing that differs between two versions of a flow. */
export interface FlowChange {
  readonly change: 'added' | 'removed' | 'changed';
  /** What it is a part of. */
  readonly part:
    | 'flow'
    | 'document'
    | 'field'
    | 'line-field'
    | 'table'
    | 'rule'
    | 'template'
    | 'template-line';
  /** Where: `documents.order.fields.customer`, `tables.dept-by-store.rules[2]`. Places count in the later version. */
  readonly at: string;
  /** As it stands in the flow; absent where there was or is none. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Everything that differs from one version of a flow to another, part by part. */
export function diffFlows(before: Flow, after: Flow): FlowChange[] {
  const { documents: _, template: __, tables: ___, ...ownBefore } = before;
  const { documents: ____, template: _____, tables: ______, ...ownAfter } = after;
  return [
    ...diffMembers(ownBefore, ownAfter, { part: 'flow', prefix: '' }),
    ...diffDocuments(before.documents, after.documents),
    ...diffTables(before.tables ?? {}, after.tables ?? {}),
    ...diffTemplates(before.template, after.template),
  ];
}

type Part = FlowChange['part'];

function diffMembers(
  before: object,
  after: object,
  { part, prefix }: { part: Part; prefix: string },
): FlowChange[] {
  const [a, b] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) =>
    diffValues(a.get(name), b.get(name), { part, at: prefix + name }),
  );
}

function diffValues(before: unknown, after: unknown, { part, at }: { part: Part; at: string }): FlowChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (before === undefined) return [{ change: 'added', part, at, after }];
  if (after === undefined) return [{ change: 'removed', part, at, before }];
  return [{ change: 'changed', part, at, before, after }];
}

function diffDocuments(before: readonly DocumentMapping[], after: readonly DocumentMapping[]): FlowChange[] {
  const [a, b] = [byName(before, ({ kind }) => kind), byName(after, ({ kind }) => kind)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((kind) => {
    const [old, now] = [a.get(kind), b.get(kind)];
    const at = `documents.${kind}`;
    return old && now ? diffDocument(old, now, at) : diffValues(old, now, { part: 'document', at });
  });
}

function diffDocument(before: DocumentMapping, after: DocumentMapping, at: string): FlowChange[] {
  const { fields: oldFields, lines: oldLines, ...oldRest } = before;
  const { fields, lines, ...rest } = after;
  const { fields: oldLineFields = {}, ...oldFrom } = oldLines ?? {};
  const { fields: lineFields = {}, ...from } = lines ?? {};
  return [
    ...diffMembers(oldRest, rest, { part: 'document', prefix: `${at}.` }),
    ...diffMembers(oldFields, fields, { part: 'field', prefix: `${at}.fields.` }),
    ...diffMembers(oldFrom, from, { part: 'document', prefix: `${at}.lines.` }),
    ...diffMembers(oldLineFields, lineFields, { part: 'line-field', prefix: `${at}.lines.fields.` }),
  ];
}

function diffTables(before: NonNullable<Flow['tables']>, after: NonNullable<Flow['tables']>): FlowChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    const at = `tables.${name}`;
    if (!old || !now) return diffValues(old, now, { part: 'table', at });
    const { rules: oldRules, ...oldRest } = old;
    const { rules, ...rest } = now;
    return [
      ...diffMembers(oldRest, rest, { part: 'table', prefix: `${at}.` }),
      ...diffRows(oldRules, rules, { part: 'rule', at: `${at}.rules` }),
    ];
  });
}

function diffTemplates(before: readonly VoucherTemplate[], after: readonly VoucherTemplate[]): FlowChange[] {
  const [a, b] = [byName(before, ({ document }) => document), byName(after, ({ document }) => document)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const [old, now] = [a.get(name), b.get(name)];
    const at = `template.${name}`;
    if (!old || !now) return diffValues(old, now, { part: 'template', at });
    const { lines: oldLines, ...oldRest } = old;
    const { lines, ...rest } = now;
    return [
      ...diffMembers(oldRest, rest, { part: 'template', prefix: `${at}.` }),
      ...diffRows(oldLines, lines, { part: 'template-line', at: `${at}.lines` }),
    ];
  });
}

/** Several of one name are told apart by their order: `order`, `order#2`. */
function byName<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item> {
  const named = new Map<string, Item>();
  for (const item of items) {
    let name = nameOf(item);
    for (let n = 2; named.has(name); n++) name = `${nameOf(item)}#${n}`;
    named.set(name, item);
  }
  return named;
}

/** Rows that went and rows that came at the same place, one against one, are changed rows. */
function diffRows(
  before: readonly unknown[],
  after: readonly unknown[],
  { part, at }: { part: Part; at: string },
): FlowChange[] {
  const changes: FlowChange[] = [];
  let gone: unknown[] = [];
  for (const step of diffLists(before, after, (row) => JSON.stringify(row))) {
    if (step.type === 'removed') gone.push(step.before);
    if (step.type === 'added') {
      const [old, ...others] = gone;
      gone = others;
      changes.push(...diffValues(old, step.after, { part, at: `${at}[${step.at}]` }));
    }
    if (step.type === 'same') {
      changes.push(...gone.map((old) => ({ change: 'removed', part, at, before: old }) as const));
      gone = [];
    }
  }
  return [...changes, ...gone.map((old) => ({ change: 'removed', part, at, before: old }) as const)];
}

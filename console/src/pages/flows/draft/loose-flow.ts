import type {
  BusinessChecks,
  DecisionTable,
  DocumentMapping,
  FieldMapping,
  Flow,
  TemplateLine,
  VoucherTemplate,
} from '#core/flows/flow.ts';
import { flowShape } from '#core/flows/flow-shape.ts';
import { VOUCHER_WORDS } from '#core/ledger/voucher.ts';

type DocumentCheck = NonNullable<DocumentMapping['checks']>[number];

/**
 * A flow that is still being written: what has the shape of a flow as it is, and something empty in the place of what has
 * not, so that a cleared box does not take the canvas away. Places stay where they are in the text. Null without documents.
 */
export function looseFlow(value: unknown): Flow | null {
  if (flowShape(value, '', [])) return value;
  if (!isObject(value) || !Array.isArray(value.documents)) return null;
  const source = objectIn(value.source);
  return {
    flow: textIn(value.flow),
    title: { zh: '', en: '', ja: '' },
    book: textIn(value.book),
    source: { connection: textIn(source.connection), kind: textIn(source.kind) },
    documents: value.documents.map(looseDocument),
    tables: Object.fromEntries(
      Object.entries(objectIn(value.tables)).map(([name, table]) => [name, looseTable(table)]),
    ),
    template: listIn(value.template).map(looseTemplate),
    ...(isObject(value.checks) ? { checks: looseChecks(value.checks) } : {}),
    targets: listIn(value.targets).map(looseTarget),
    ...(Array.isArray(value.writeBack)
      ? { writeBack: value.writeBack.map((one) => ({ connection: textIn(objectIn(one).connection) })) }
      : {}),
    ...(value.onNewVersion === 'reverse' ? { onNewVersion: value.onNewVersion } : {}),
  };
}

function looseDocument(value: unknown): DocumentMapping {
  const { kind, when, each, fields, lines, enrich, checks } = objectIn(value);
  const own = objectIn(lines);
  return {
    kind: textIn(kind),
    ...optional('when', when),
    ...optional('each', each),
    fields: looseFields(fields),
    ...(isObject(lines)
      ? { lines: { from: textIn(own.from), fields: looseFields(own.fields), enrich: textsIn(own.enrich) } }
      : {}),
    ...(Array.isArray(checks) ? { checks: checks.map(looseCheck) } : {}),
    enrich: textsIn(enrich),
  };
}

function looseCheck(value: unknown): DocumentCheck {
  const { code, formula, at, level, effect, title } = objectIn(value);
  const { zh, en, ja } = objectIn(title);
  return {
    code: textIn(code),
    formula: textIn(formula),
    at: textIn(at),
    ...(level === 1 || level === 2 || level === 3 || level === 4 ? { level } : {}),
    ...looseEffect(effect),
    ...(isObject(title) ? { title: { zh: textIn(zh), en: textIn(en), ja: textIn(ja) } } : {}),
  };
}

function looseEffect(effect: unknown): { readonly effect?: 'block' | 'hold' | 'flag' } {
  return effect === 'block' || effect === 'hold' || effect === 'flag' ? { effect } : {};
}

function looseChecks(value: Readonly<Record<string, unknown>>): BusinessChecks {
  const { likelyDuplicate, creditLimit, authority, futureDaysMax } = value;
  const [double, limit, amount] = [objectIn(likelyDuplicate), objectIn(creditLimit), objectIn(authority)];
  return {
    ...(isObject(likelyDuplicate)
      ? {
          likelyDuplicate: {
            fields: textsIn(double.fields),
            days: numberIn(double.days),
            ...looseEffect(double.effect),
          },
        }
      : {}),
    ...(isObject(creditLimit)
      ? {
          creditLimit: {
            dimension: textIn(limit.dimension),
            account: textIn(limit.account),
            ...looseEffect(limit.effect),
          },
        }
      : {}),
    ...(isObject(authority)
      ? { authority: { amountMax: textIn(amount.amountMax), ...looseEffect(amount.effect) } }
      : {}),
    ...(typeof futureDaysMax === 'number' ? { futureDaysMax } : {}),
  };
}

function looseTarget(value: unknown): Flow['targets'][number] {
  const { connection, until } = objectIn(value);
  const isKnown = until === 'submitted' || until === 'audited';
  return { connection: textIn(connection), until: isKnown ? until : 'saved' };
}

function looseFields(value: unknown): Readonly<Record<string, FieldMapping>> {
  return Object.fromEntries(
    Object.entries(objectIn(value)).map(([name, mapping]) => [name, looseField(mapping)]),
  );
}

function looseField(value: unknown): FieldMapping {
  if (typeof value === 'string') return value;
  const { enum: words, required, negate, unit, ...texts } = objectIn(value);
  const keys = ['path', 'formula', 'value', 'format', 'zone', 'crosswalk', 'default'] as const;
  return {
    ...Object.assign({}, ...keys.map((key) => optional(key, texts[key]))),
    ...(isObject(words)
      ? { enum: Object.fromEntries(Object.entries(words).map(([a, b]) => [a, textIn(b)])) }
      : {}),
    ...(required === true ? { required } : {}),
    ...(negate === true ? { negate } : {}),
    ...(unit === 'minor' ? { unit } : {}),
  };
}

function looseTable(value: unknown): DecisionTable {
  const { inputs, outputs, rules, fill, onNoMatch } = objectIn(value);
  return {
    inputs: textsIn(inputs),
    outputs: textsIn(outputs),
    rules: listIn(rules).map((row) =>
      listIn(row).map((cell) => (typeof cell === 'number' ? cell : textIn(cell))),
    ),
    ...(fill === 'always' ? { fill } : {}),
    ...(onNoMatch === 'hold' ? { onNoMatch } : {}),
  };
}

function looseTemplate(value: unknown): VoucherTemplate {
  const { document, when, date, word, summary, summarise, rateType, lines } = objectIn(value);
  return {
    document: textIn(document),
    ...optional('when', when),
    ...optional('date', date),
    ...optional('rateType', rateType),
    word: VOUCHER_WORDS.find((one) => one === word) ?? VOUCHER_WORDS[0],
    summary: textIn(summary),
    ...(Array.isArray(summarise) ? { summarise: textsIn(summarise) } : {}),
    lines: listIn(lines).map(looseLine),
  };
}

function looseLine(value: unknown): TemplateLine {
  const { side, account, amount, dimensions, each, tax, merge, skipZero, ...texts } = objectIn(value);
  const { rate, part } = objectIn(tax);
  const keys = ['summary', 'allocateBy', 'quantity', 'unitPrice'] as const;
  return {
    side: side === 'credit' ? side : 'debit',
    account: textIn(account),
    amount: textIn(amount),
    ...(isObject(dimensions)
      ? {
          dimensions: Object.fromEntries(
            Object.entries(dimensions).map(([name, from]) => [name, textIn(from)]),
          ),
        }
      : {}),
    ...Object.assign({}, ...keys.map((key) => optional(key, texts[key]))),
    ...(merge === false ? { merge } : {}),
    ...(skipZero === false ? { skipZero } : {}),
    ...(each === 'lines' ? { each } : {}),
    ...(part === 'net' || part === 'tax' ? { tax: { rate: textIn(rate), part } } : {}),
  };
}

function optional<Key extends string>(key: Key, value: unknown): { readonly [K in Key]?: string } {
  const none: { [K in Key]?: string } = {};
  return typeof value === 'string' ? { ...none, [key]: value } : none;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function textsIn(value: unknown): string[] {
  return listIn(value).map(textIn);
}

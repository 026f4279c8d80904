import { FORMULA_LENGTH_MAX } from '#core/formulas/formula.ts';
import { VOUCHER_WORDS } from '#core/ledger/voucher.ts';
import type { Text } from '#core/trouble/message.ts';
import type {
  BusinessChecks,
  DecisionTable,
  DocumentMapping,
  FieldMapping,
  Flow,
  TemplateLine,
  Trigger,
  VoucherTemplate,
} from './flow.ts';
import {
  always,
  cell,
  count,
  dictionary,
  either,
  type Guard,
  isPlainObject,
  list,
  object,
  oneOf,
  optional,
  required,
  text,
  yesNo,
} from './guards.ts';

const RULES_MAX = 5_000;
const FIELDS_MAX = 300;
const LINES_MAX = 200;
const FEW = 50;

/** Names of flows, kinds, tables: lower case with dashes, since they become parts of addresses and file names. */
const SLUG = /^[a-z][a-z0-9_-]{0,62}$/;
/** Field names: as in the standard vocabulary. */
const FIELD = /^[a-z][a-z0-9_]{0,62}$/;
const EFFECTS = ['block', 'hold', 'flag'] as const;
const FIELD_TYPES = ['text', 'code', 'date', 'datetime', 'amount', 'rate', 'qty', 'int', 'bool'] as const;

const slug = text({ pattern: SLUG });
const fieldName = text({ pattern: FIELD });
const formula = text({ lengthMax: FORMULA_LENGTH_MAX });
const title = object<Text>({ zh: required(text()), en: required(text()), ja: required(text()) });

const fieldMapping: Guard<FieldMapping> = either(
  text(),
  object<Exclude<FieldMapping, string>>({
    path: optional(text()),
    formula: optional(formula),
    value: optional(text()),
    type: optional(oneOf(FIELD_TYPES)),
    format: optional(text({ lengthMax: 60 })),
    zone: optional(text({ lengthMax: 60 })),
    enum: optional(dictionary(text(), { max: 1_000, name: /^(?!__proto__$)[\s\S]{1,200}$/ })),
    crosswalk: optional(slug),
    default: optional(text()),
    required: optional(yesNo()),
    unit: optional(oneOf(['major', 'minor'])),
    negate: optional(yesNo()),
  }),
);

const fieldMappings = dictionary(fieldMapping, { max: FIELDS_MAX, name: FIELD });

const documentMapping = object<DocumentMapping>({
  kind: required(slug),
  when: optional(formula),
  each: optional(text()),
  fields: required(fieldMappings),
  lines: optional(
    object<NonNullable<DocumentMapping['lines']>>({
      from: required(text()),
      fields: required(fieldMappings),
      enrich: optional(list(slug, { max: FEW })),
    }),
  ),
  checks: optional(
    list(
      object<NonNullable<DocumentMapping['checks']>[number]>({
        code: required(text({ pattern: FIELD })),
        formula: required(formula),
        at: required(text({ lengthMax: 100 })),
        level: optional(oneOf([1, 2, 3, 4])),
        effect: optional(oneOf(EFFECTS)),
        title: optional(title),
      }),
      { max: FEW },
    ),
  ),
  enrich: optional(list(slug, { max: FEW })),
});

const decisionTable = object<DecisionTable>({
  title: optional(title),
  inputs: required(list(fieldName, { min: 1, max: 20 })),
  outputs: required(list(fieldName, { min: 1, max: 20 })),
  rules: required(list(list(cell(), { min: 1, max: 40 }), { max: RULES_MAX })),
  fill: optional(oneOf(['missing', 'always'])),
  onNoMatch: optional(oneOf(['ignore', 'hold'])),
});

const templateLine = object<TemplateLine>({
  side: required(oneOf(['debit', 'credit'])),
  account: required(text({ lengthMax: 100 })),
  amount: required(text({ pattern: /^-?[a-z][a-z0-9_]{0,62}$/ })),
  dimensions: optional(
    dictionary(text({ pattern: /^(=.{1,200}|[a-z][a-z0-9_]{0,62})$/u }), { max: 30, name: FIELD }),
  ),
  summary: optional(text({ lengthMax: 300 })),
  each: optional(oneOf(['lines'])),
  allocateBy: optional(fieldName),
  merge: optional(yesNo()),
  tax: optional(
    object<NonNullable<TemplateLine['tax']>>({
      rate: required(fieldName),
      part: required(oneOf(['net', 'tax'])),
    }),
  ),
  skipZero: optional(yesNo()),
  quantity: optional(fieldName),
  unitPrice: optional(fieldName),
});

const voucherTemplate = object<VoucherTemplate>({
  document: required(slug),
  when: optional(formula),
  word: required(oneOf(VOUCHER_WORDS)),
  date: optional(fieldName),
  summary: required(text({ lengthMax: 300 })),
  attachments: optional(count(10_000)),
  summarise: optional(list(fieldName, { max: 20 })),
  rateType: optional(text({ lengthMax: 60 })),
  lines: required(list(templateLine, { min: 2, max: LINES_MAX })),
});

const checks = object<BusinessChecks>({
  likelyDuplicate: optional(
    object<NonNullable<BusinessChecks['likelyDuplicate']>>({
      fields: required(list(fieldName, { min: 1, max: 20 })),
      days: required(count(3_660)),
      effect: optional(oneOf(EFFECTS)),
    }),
  ),
  creditLimit: optional(
    object<NonNullable<BusinessChecks['creditLimit']>>({
      dimension: required(fieldName),
      account: required(text({ lengthMax: 100 })),
      effect: optional(oneOf(EFFECTS)),
    }),
  ),
  authority: optional(
    object<NonNullable<BusinessChecks['authority']>>({
      amountMax: required(text({ pattern: /^\d{1,15}(\.\d{1,4})?$/ })),
      effect: optional(oneOf(EFFECTS)),
    }),
  ),
  futureDaysMax: optional(count(3_660)),
});

const duration = text({ pattern: /^\d{1,6}(ms|s|m|h|d)$/ });

/** Each trigger is known by its first key. */
const TRIGGERS: ReadonlyMap<string, Guard<Trigger>> = new Map<string, Guard<Trigger>>([
  [
    'poll',
    object<Extract<Trigger, { poll: unknown }>>({
      poll: required(object<{ readonly every: string }>({ every: required(duration) })),
    }),
  ],
  [
    'cron',
    object<Extract<Trigger, { cron: unknown }>>({
      cron: required(text({ lengthMax: 100 })),
      zone: optional(text({ lengthMax: 60 })),
    }),
  ],
  ['webhook', object<Extract<Trigger, { webhook: unknown }>>({ webhook: required(always()) })],
  [
    'folder',
    object<Extract<Trigger, { folder: unknown }>>({
      folder: required(
        object<{ readonly path: string; readonly pattern?: string }>({
          path: required(text()),
          pattern: optional(text()),
        }),
      ),
    }),
  ],
  ['manual', object<Extract<Trigger, { manual: unknown }>>({ manual: required(always()) })],
  ['api', object<Extract<Trigger, { api: unknown }>>({ api: required(always()) })],
]);

const trigger: Guard<Trigger> = (value, at, problems): value is Trigger => {
  const key = isPlainObject(value) ? Object.keys(value).find((name) => TRIGGERS.has(name)) : undefined;
  const guard = key === undefined ? undefined : TRIGGERS.get(key);
  if (guard !== undefined) return guard(value, at, problems);
  problems.push({ code: 'flow_trigger_unknown', at, params: { allowed: [...TRIGGERS.keys()].join(', ') } });
  return false;
};

const connection = required(text({ pattern: SLUG }));

/** The shape of a whole flow. What it means is checked by `compileFlow`. */
export const flowShape: Guard<Flow> = object<Flow>({
  flow: required(slug),
  title: required(title),
  book: required(text({ lengthMax: 60 })),
  source: required(object<Flow['source']>({ connection, kind: required(slug) })),
  trigger: optional(trigger),
  documents: required(list(documentMapping, { min: 1, max: FEW })),
  tables: optional(dictionary(decisionTable, { max: FEW, name: SLUG })),
  template: required(list(voucherTemplate, { min: 1, max: FEW })),
  checks: optional(checks),
  targets: required(
    list(
      object<Flow['targets'][number]>({
        connection,
        until: required(oneOf(['saved', 'submitted', 'audited'])),
      }),
      {
        max: 20,
      },
    ),
  ),
  writeBack: optional(list(object<{ readonly connection: string }>({ connection }), { max: 20 })),
  onNewVersion: optional(oneOf(['reverse', 'hold'])),
});

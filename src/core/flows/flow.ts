import type { VoucherWord } from '#core/ledger/voucher.ts';
import type { Text } from '#core/trouble/message.ts';
import type { Effect, Level } from '#core/validation/finding.ts';

/**
 * A flow, exactly as it stands in YAML and in `flow_versions.definition`.
 * `core/flows/parse-flow.ts` turns `unknown` into this (or refusals that name the place);
 * `core/flows/compile-flow.ts` turns this into functions.
 */
export interface Flow {
  readonly flow: string;
  readonly title: Text;
  readonly book: string;
  readonly source: { readonly connection: string; readonly kind: string };
  readonly trigger?: Trigger;
  readonly documents: readonly DocumentMapping[];
  readonly tables?: Readonly<Record<string, DecisionTable>>;
  readonly template: readonly VoucherTemplate[];
  readonly checks?: BusinessChecks;
  readonly targets: readonly {
    readonly connection: string;
    readonly until: 'saved' | 'submitted' | 'audited';
  }[];
  readonly writeBack?: readonly { readonly connection: string }[];
  /** What happens when a posted record arrives again with other content. Default 'hold'. */
  readonly onNewVersion?: 'reverse' | 'hold';
}

export type Trigger =
  | { readonly poll: { readonly every: string } }
  | { readonly cron: string; readonly zone?: string }
  | { readonly webhook: true }
  | { readonly folder: { readonly path: string; readonly pattern?: string } }
  | { readonly manual: true }
  | { readonly api: true };

export type FieldType = 'text' | 'code' | 'date' | 'datetime' | 'amount' | 'rate' | 'qty' | 'int' | 'bool';

/** A field's value. A bare string is a path. Exactly one of path, formula, value. */
export type FieldMapping =
  | string
  | {
      /** Dotted path with `[n]` or `["any name"]`, from the record (or, inside `each`/`lines.from`, from the item; `$.` goes back to the record). */
      readonly path?: string;
      /** Formula (`core/formulas`) over the same scope. The result of an amount is rounded to the currency's decimals. */
      readonly formula?: string;
      readonly value?: string;
      /** Default: the type of the field in the standard vocabulary, else text. */
      readonly type?: FieldType;
      /**
       * Input patterns for dates: `YYYY-MM-DD`, `YYYY/M/D`, `YYYYMMDD`, `DD.MM.YYYY`, `excel`, `iso`, `unix`, `unix-ms`.
       * Default: `iso` or the obvious. Amounts and quantities: `thousands` takes `1,234.50`; rates: `percent` takes 13 or `13%`.
       */
      readonly format?: string;
      /** IANA zone in which an instant becomes a calendar date. Default Asia/Shanghai. */
      readonly zone?: string;
      /** Their word → our word, written in place. `*` catches the rest. */
      readonly enum?: Readonly<Record<string, string>>;
      readonly crosswalk?: string;
      readonly default?: string;
      readonly required?: boolean;
      /** Amounts: 'minor' when the source sends minor units; otherwise decimal major units. */
      readonly unit?: 'major' | 'minor';
      /** Multiply by −1 (their refunds are positive). */
      readonly negate?: boolean;
    };

export interface DocumentMapping {
  readonly kind: string;
  /** Formula over the record (or item): false → this document is not made. */
  readonly when?: string;
  /** Path of an array: one document for each item. */
  readonly each?: string;
  /** Must contain `number`, `doc_date`; `currency` defaults to the book's. */
  readonly fields: Readonly<Record<string, FieldMapping>>;
  readonly lines?: {
    readonly from: string;
    readonly fields: Readonly<Record<string, FieldMapping>>;
    /** Decision tables applied to each line; their inputs are fields of the line or of the header. */
    readonly enrich?: readonly string[];
  };
  /** Checks on the mapped document: a formula over its fields (amounts as exact numbers in major units, `lines` an array). False → finding. */
  readonly checks?: readonly {
    readonly code: string;
    readonly formula: string;
    readonly at: string;
    readonly level?: Level;
    readonly effect?: Effect;
    /** What people read of it instead of the code. */
    readonly title?: Text;
  }[];
  /** Names of decision tables, applied in order. */
  readonly enrich?: readonly string[];
}

/**
 * First matching rule wins. A cell is `-` (any), a literal, a list `a|b|c`, a range `[1..5]`/`>= 10` of numbers or dates,
 * `!= a|b`, or `*text*` for contains (`text*` starts with, `*text` ends with). An output `-` fills nothing.
 */
export interface DecisionTable {
  readonly title?: Text;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly rules: readonly (readonly (string | number)[])[];
  /** 'missing' fills only empty fields (default); 'always' overwrites. */
  readonly fill?: 'missing' | 'always';
  readonly onNoMatch?: 'ignore' | 'hold';
}

export interface VoucherTemplate {
  /** Kind of document this template is for. */
  readonly document: string;
  /** Formula over the document; the first template whose `when` holds is used. */
  readonly when?: string;
  readonly word: VoucherWord;
  /** Field with the voucher date. Default doc_date. */
  readonly date?: string;
  /** `{field}` is replaced. */
  readonly summary: string;
  readonly attachments?: number;
  /** Summarised voucher (汇总凭证): documents that agree on these fields (and currency) become one voucher. */
  readonly summarise?: readonly string[];
  readonly rateType?: string;
  readonly lines: readonly TemplateLine[];
}

export interface TemplateLine {
  readonly side: 'debit' | 'credit';
  /** Account code, or `{field}` of the document or of the repeated line. */
  readonly account: string;
  /** Amount field, with `-` before it to negate: `order_total`, `-discount`. */
  readonly amount: string;
  /** Dimension → field name, or `=code` for a constant. */
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly summary?: string;
  /** One line per document line. */
  readonly each?: 'lines';
  /** Splits `amount` (a header field) over the document lines by this line field, to the cent. Implies each: lines. */
  readonly allocateBy?: string;
  /** Lines that agree on account, side and dimensions are added together. Default true for each/allocateBy. */
  readonly merge?: boolean;
  /** `tax: {rate: tax_rate, part: net|tax}`: the amount includes tax; this line takes the net or the tax part. */
  readonly tax?: { readonly rate: string; readonly part: 'net' | 'tax' };
  /** A zero amount makes no line. Default true. */
  readonly skipZero?: boolean;
  readonly quantity?: string;
  readonly unitPrice?: string;
}

export interface BusinessChecks {
  /** Level 3. Documents with the same values in these fields within `days` are likely doubles. */
  readonly likelyDuplicate?: {
    readonly fields: readonly string[];
    readonly days: number;
    readonly effect?: Effect;
  };
  readonly creditLimit?: { readonly dimension: string; readonly account: string; readonly effect?: Effect };
  /** A voucher above this many base-currency major units needs a person. */
  readonly authority?: { readonly amountMax: string; readonly effect?: Effect };
  /** Days a document may lie ahead of today. Default 0. */
  readonly futureDaysMax?: number;
}

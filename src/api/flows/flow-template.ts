import type { Account } from '#core/ledger/book.ts';
import type { Text } from '#core/trouble/message.ts';

/** A flow ready to be taken over: what it is for, what it needs of a book, and records to try it on. */
export interface FlowTemplate {
  /** Its folder, e.g. `web-shop`. */
  readonly code: string;
  readonly title: Text;
  readonly description: Text;
  /** The connector its records come from, and what they are called there. */
  readonly connector: string;
  readonly kind: string;
  /** Field → what stands in it, for whoever maps it. */
  readonly notes: Readonly<Record<string, Text>>;
  readonly needs: TemplateNeeds;
  /** The flow as YAML, comments included. */
  readonly source: string;
  readonly definition: unknown;
  /** Records as the connector hands them over. */
  readonly samples: readonly unknown[];
}

/** What its samples need of a book to become vouchers. */
export interface TemplateNeeds {
  /** Ready-made detail accounts. */
  readonly details: readonly 'vat'[];
  /** Element of the chart → dimensions its lines carry. */
  readonly dimensions: Readonly<Record<string, Account['dimensions']>>;
  /** Dimension → code → name. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Crosswalk → their code → ours. */
  readonly crosswalks: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

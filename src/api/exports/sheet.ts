import type { Language, Text } from '#core/trouble/message.ts';

/** What a column holds: amounts and quantities are decimal texts, whose digits must not be lost on their way. */
export type ColumnKind = 'text' | 'decimal' | 'date';

export interface Column {
  readonly title: Text;
  readonly kind: ColumnKind;
  /** Characters, roughly. Default 14. */
  readonly width?: number;
}

/** A decimal as text, or a text, or nothing. */
export type Cell = string | null;

/** A table to be written, row by row as it is read. */
export interface Sheet {
  /** Of the file, without an ending; also what the sheet is called. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<readonly Cell[]>;
  readonly language: Language;
}

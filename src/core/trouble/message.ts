export const LANGUAGES = ['zh', 'en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in the three languages of the product. `{kind}` marks a parameter, `{kind:name}` one that is told by its name. */
export type Text = Readonly<Record<Language, string>>;

/** A catalogue entry: what went wrong, and what the reader can do about it. */
export interface Message {
  readonly title: Text;
  readonly advice: Text;
}

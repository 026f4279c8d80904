import type { Text } from '#core/trouble/message.ts';
import type { Outcome } from '#core/trouble/trouble.ts';

/** One setting: feeds the form, the docs and the validation. */
export interface Setting {
  readonly type: 'text' | 'url' | 'secret' | 'number' | 'boolean' | 'choice' | 'map' | 'list';
  readonly title: Text;
  readonly help?: Text;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly choices?: readonly string[];
  /** A text of several lines, such as a certificate. */
  readonly multiline?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Shown only when another setting has this value. */
  readonly when?: Readonly<Record<string, string>>;
}

export interface SettingsSchema<Settings> {
  readonly fields: Readonly<Record<string, Setting>>;
  /** `unknown` → typed settings with defaults, or a refusal naming the field. */
  parse(input: unknown): Outcome<Settings>;
}

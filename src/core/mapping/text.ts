import { plainNumberText } from '#core/money/number-text.ts';
import { accept, type Outcome, refuse } from '#core/trouble/trouble.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: line breaks and tabs are part of a text, the others of none
const CONTROL_BUT_LAYOUT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const EXCERPT_LENGTH = 80;

/** A value of a record as text, for fields that hold codes, dates or decimals. Lists and objects are no text. */
export function textOfRaw(raw: unknown): Outcome<string> {
  if (typeof raw === 'string') return accept(raw);
  if (typeof raw === 'number') return textOfNumber(raw);
  if (typeof raw === 'boolean') return accept(String(raw));
  return refuse({ code: 'field_not_text', params: { text: excerptOf(raw) } });
}

/** The text itself when a database, a ledger and a printout can hold it. */
export function checkText(
  text: string,
  limits: { readonly lengthMax: number; readonly layout: boolean },
): Outcome<string> {
  if (text.length > limits.lengthMax) {
    return refuse({
      code: 'text_too_long',
      params: { length: String(text.length), lengthMax: String(limits.lengthMax) },
    });
  }
  if ((limits.layout ? CONTROL_BUT_LAYOUT : CONTROL).test(text)) {
    return refuse({ code: 'text_control_character', params: { text: excerptOf(text) } });
  }
  if (!text.isWellFormed()) {
    return refuse({ code: 'text_not_unicode', params: { text: excerptOf(text) } });
  }
  return accept(text);
}

/** A value as evidence in a message: short, on one line, and never a lone half of a character. */
export function excerptOf(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = String(value).slice(0, EXCERPT_LENGTH + 1);
  const short = text.length > EXCERPT_LENGTH ? `${text.slice(0, EXCERPT_LENGTH)}…` : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL and terminals must be spared them
  return short.toWellFormed().replace(/[\u0000-\u001f\u007f]/g, '\ufffd');
}

function textOfNumber(raw: number): Outcome<string> {
  // Long ids are exact up to 2^53; beyond that the last digits are already somebody else's.
  const text = Number.isSafeInteger(raw) ? String(raw) : plainNumberText(raw);
  if (text === null) return refuse({ code: 'number_imprecise', params: { text: String(raw) } });
  return accept(text);
}

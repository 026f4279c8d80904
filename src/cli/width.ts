/** Characters that take two columns of a terminal: CJK, kana, hangul, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
const WIDE_EVERYWHERE = new RegExp(WIDE, 'gu');
/** They take no column: combining marks, joiners, variation selectors. */
const NONE = /\p{M}|\p{Cf}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for here.
const CONTROL = /[\u0000-\u001F\u007F-\u009F]+/g;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  const visible = text.replace(NONE, '');
  return [...visible].length + (visible.match(WIDE_EVERYWHERE)?.length ?? 0);
}

/** `text` filled up to a width; amounts on the right, the rest on the left. */
export function pad(text: string, width: number, side: 'left' | 'right' = 'left'): string {
  const fill = ' '.repeat(Math.max(0, width - widthOf(text)));
  return side === 'left' ? text + fill : fill + text;
}

/** `text` cut to a width, with `…` where something was cut. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let cut = '';
  let used = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

/** One line that cannot move the cursor: what came from outside must not command the terminal of whoever looks at it. */
export function oneLine(text: string): string {
  return text.replace(CONTROL, ' ');
}

/** The first character of each letter in the order of pinyin; the collation of the runtime knows the rest. */
const FIRST = [
  ...['阿a', '八b', '嚓c', '咑d', '妸e', '发f', '旮g', '铪h', '丌j', '咔k', '垃l', '妈m', '拏n'],
  ...['噢o', '妑p', '七q', '呥r', '仨s', '他t', '屲w', '夕x', '丫y', '帀z'],
].map((pair) => [pair.slice(0, 1), pair.slice(1)] as const);

/** Characters that the names of accounts read in another way than the collation does. */
const ALSO: Readonly<Record<string, string>> = { 行: 'h', 长: 'c', 会: 'k', 率: 'l', 重: 'c', 调: 't' };

const collator = new Intl.Collator('zh-u-co-pinyin');

/**
 * Whether what is typed are the first letters of a name in pinyin: `yhck` finds 银行存款. Approximate where a character
 * has several readings; it is a way to find, never to decide.
 */
export function startsLike(name: string, typed: string): boolean {
  const letters = [...typed.toLowerCase()];
  if (!/^[a-z]{2,}$/.test(typed.toLowerCase())) return false;
  const readings = [...name].filter((one) => /[\p{Script=Han}a-z0-9]/iu.test(one)).map(readingsOf);
  return readings.some((_, start) => letters.every((letter, i) => readings[start + i]?.includes(letter)));
}

function readingsOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return character.toLowerCase();
  const initial = FIRST.findLast(([first]) => collator.compare(first, character) <= 0)?.[1] ?? '';
  return `${initial}${ALSO[character] ?? ''}`;
}

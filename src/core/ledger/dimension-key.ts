/**
 * Dimensions as one text: sorted by name, unambiguous whatever the codes contain, and empty when there are none.
 * The same combination is the same key in memory, in a balance row and in a hash.
 *
 * @example dimensionKey({ store: 'S1', customer: 'C001' }) // 'customer=C001;store=S1'
 */
export function dimensionKey(dimensions: Readonly<Record<string, string>>): string {
  let only = '';
  let count = 0;
  for (const name in dimensions) {
    only = name;
    count += 1;
  }
  if (count === 0) return '';
  if (count === 1) return pairOf(only, dimensions[only]!);
  return Object.keys(dimensions)
    .sort()
    .map((name) => pairOf(name, dimensions[name]!))
    .join(';');
}

/** The dimensions that `dimensionKey` wrote. */
export function parseDimensionKey(key: string): Record<string, string> {
  const pairs = key.matchAll(/((?:[^\\=;]|\\.)*)=((?:[^\\=;]|\\.)*)(?:;|$)/gs);
  return Object.fromEntries(
    Array.from(pairs, ([, name = '', code = '']) => [withoutEscapes(name), withoutEscapes(code)]),
  );
}

function pairOf(name: string, code: string): string {
  return `${withEscapes(name)}=${withEscapes(code)}`;
}

function withEscapes(text: string): string {
  return /[\\=;]/.test(text) ? text.replace(/[\\=;]/g, '\\$&') : text;
}

function withoutEscapes(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

type Place = readonly (string | number)[];

/** Every place in a value, the value itself first. */
export function places(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return [at];
  return [at, ...Object.entries(value).flatMap(([name, part]) => places(part, [...at, name]))];
}

/** The value with another one at a place that `dice` chooses; undefined takes the member out. */
export function edit(
  value: unknown,
  { dice, change }: { readonly dice: number; change(): unknown },
): unknown {
  const all = places(value);
  return put(value, all[dice % all.length] ?? [], change());
}

function put(value: unknown, [name, ...rest]: Place, other: unknown): unknown {
  if (name === undefined) return other;
  if (Array.isArray(value))
    return value.flatMap((part, i) => (i === Number(name) ? kept(put(part, rest, other)) : [part]));
  return Object.fromEntries(
    Object.entries(Object(value)).flatMap(([key, part]) => {
      const next = key === name ? put(part, rest, other) : part;
      return next === undefined ? [] : [[key, next]];
    }),
  );
}

function kept(part: unknown): unknown[] {
  return part === undefined ? [] : [part];
}

import type { Problem } from '#console/api/trouble.ts';

const PLACE = /^body\.settings\.([^.[]+)/;

/** The field of the form that the hub refused, with what it said of it; null where it said nothing of any. */
export function placeOf({
  at = '',
  title,
  detail,
}: Problem): { readonly name: string; readonly errors: string[] } | null {
  const name = PLACE.exec(at)?.[1];
  return name === undefined ? null : { name, errors: [`${title} ${detail}`.trim()] };
}

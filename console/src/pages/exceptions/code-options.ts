import type { Schemas } from '#console/api/paths.ts';

type Suggestion = Schemas['CodeSuggestion'];

interface Offered {
  readonly suggestions: readonly Suggestion[];
  /** Rows of the crosswalk as it stands. */
  readonly known: readonly { readonly to: string }[];
  readonly tell: (suggestion: Suggestion) => string;
  readonly used: string;
}

/** The codes to choose from: those that are alike, the likeliest first, then those the crosswalk uses already. Pure. */
export function codeOptions({ suggestions, known, tell, used }: Offered): { value: string; label: string }[] {
  const alike = suggestions.map((one) => ({ value: one.code, label: `${one.code} · ${tell(one)}` }));
  const taken = new Set(alike.map(({ value }) => value));
  const others = [...new Set(known.map(({ to }) => to))].filter((to) => !taken.has(to)).toSorted();
  return [...alike, ...others.map((value) => ({ value, label: `${value} · ${used}` }))];
}

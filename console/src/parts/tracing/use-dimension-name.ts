import { useCallback } from 'react';
import { useSay } from '#console/words/use-say.ts';
import { dimensionWords } from './words.ts';

const KNOWN = [
  ...(['customer', 'supplier', 'department', 'employee', 'project', 'item', 'product'] as const),
  ...(['warehouse', 'shop', 'store', 'channel', 'brand', 'bank'] as const),
] satisfies readonly (keyof typeof dimensionWords)[];

/** What a dimension is called; one that only this book has, by its code. */
export function useDimensionName(): (dimension: string) => string {
  const say = useSay(dimensionWords);
  return useCallback(
    (dimension) => {
      const known = KNOWN.find((one) => one === dimension);
      return known === undefined ? dimension : say(known);
    },
    [say],
  );
}

import { storedValue } from '#console/state/stored-value.ts';

/** How amounts stand on the paper: each digit in its box, or as a number. */
export const paperLook = storedValue<'grid' | 'plain'>('tongzhang.paper.look', (stored) =>
  stored === 'plain' ? 'plain' : 'grid',
);

/** What it is printed on. */
export const paperSize = storedValue<'a5' | 'a4'>('tongzhang.paper.size', (stored) =>
  stored === 'a4' ? 'a4' : 'a5',
);

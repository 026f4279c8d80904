/** What the practice is called; found again by these when the tour goes on. */
export const PRACTICE = {
  book: 'practice',
  shop: 'practice-shop',
  kingdee: 'practice-kingdee',
  flow: 'practice-orders',
  template: 'web-shop',
} as const;

/** How many orders arrive at once: enough that one of them comes from somebody unknown. */
export const PRACTICE_ORDERS = 12;

import type { Permission } from '#console/api/paths.ts';

const SECTIONS = [
  { name: 'balances', permission: 'balances:read' },
  { name: 'ledger', permission: 'balances:read' },
  { name: 'vouchers', permission: 'vouchers:read' },
  { name: 'accounts', permission: 'books:read' },
  { name: 'dimensions', permission: 'books:read' },
  { name: 'rates', permission: 'books:read' },
  { name: 'periods', permission: 'books:read' },
] as const satisfies readonly { readonly name: string; readonly permission: Permission }[];

/** The parts of a book somebody may go to, in their order. */
export function sectionsFor(may: (permission: Permission) => boolean): readonly (typeof SECTIONS)[number][] {
  return SECTIONS.filter(({ permission }) => may(permission));
}

import type { PageFacts } from './page.ts';

/** Whether somebody with these permissions has business on the page. */
export function mayOpen({ permission }: PageFacts, permissions: readonly string[]): boolean {
  return permission === 'self' || [permission].flat().some((one) => permissions.includes(one));
}

import type { ComponentType } from 'react';
import type { Permission } from '#console/api/paths.ts';
import type { Text } from '#core/trouble/message.ts';

/** The parts of the menu, in its order. */
export const GROUPS = ['work', 'integration', 'ledger', 'administration'] as const;
type Group = (typeof GROUPS)[number];

/** One page as the router, the menu and the command search need it, without its code. */
export interface PageFacts {
  /** As react-router writes it: `/records/:record`. */
  readonly path: string;
  readonly title: Text;
  /**
   * Without it, nobody sees the page in the menu and whoever types its address is told so. Of several, one is enough.
   * `self`: whoever is signed in.
   */
  readonly permission: Permission | readonly Permission[] | 'self';
  /** Where it stands in the menu; a detail page has none. */
  readonly menu?: { readonly group: Group; readonly icon: ComponentType };
  /** The entry of the menu it belongs to, where that is not the one its address begins with. */
  readonly under?: string;
  /** Other words people look for it by, in any language. */
  readonly keywords?: string;
  /** Loads the component when somebody goes there. */
  readonly load: () => Promise<ComponentType>;
}

/** A page as one value. @example export const runs = definePage({ path: '/runs', title: words.title, … }) */
export function definePage(facts: PageFacts): PageFacts {
  return facts;
}

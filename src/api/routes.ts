import { postDocument } from './documents.ts';
import { health, ready } from './health.ts';
import type { Route } from './http/route.ts';

/** Everything under /api/v1, in the order of the reference. */
export const apiRoutes: readonly Route[] = [postDocument];

/** Called by other systems, which prove themselves by signature. */
export const hookRoutes: readonly Route[] = [];

/** What anybody may ask. */
export const openRoutes: readonly Route[] = [health, ready];

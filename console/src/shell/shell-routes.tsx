import type { RouteObject } from 'react-router';
import { guardPage, Home, NotFound } from './allowed.tsx';
import { Guarded } from './guarded.tsx';
import { PAGES } from './pages.ts';

/** Everything behind the sign-in. A module of its own, so that the sign-in page does not wait for it. */
export const shellRoutes: readonly RouteObject[] = [
  {
    Component: Guarded,
    children: [
      { index: true, Component: Home },
      ...PAGES.map((page) => ({ path: page.path, Component: guardPage(page) })),
      { path: '*', Component: NotFound },
    ],
  },
];

import { createBrowserRouter } from 'react-router';

/** Addresses and what stands there. What comes before the sign-in is small and loads by itself. */
export function makeRouter() {
  return createBrowserRouter(
    [
      {
        path: '/sign-in',
        lazy: async () => ({
          Component: (await import('#console/pages/sign-in/sign-in-page.tsx')).SignInPage,
        }),
      },
      {
        path: '/set-up',
        lazy: async () => ({ Component: (await import('#console/pages/set-up/set-up-page.tsx')).SetUpPage }),
      },
      {
        path: '/link',
        lazy: async () => ({ Component: (await import('#console/pages/link/link-page.tsx')).LinkPage }),
      },
    ],
    {
      async patchRoutesOnNavigation({ patch }) {
        patch(null, [...(await import('./shell-routes.tsx')).shellRoutes]);
      },
    },
  );
}

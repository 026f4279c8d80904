import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import './style/base.css';
import { presence } from './api/presence.ts';
import { ProblemError } from './api/trouble.ts';
import { AppTheme } from './shell/app-theme.tsx';
import { makeRouter } from './shell/router.tsx';

const RETRIES_MAX = 2;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays one however often it is asked for; a fault may pass.
      retry: (count, error) => !isRefusal(error) && count < RETRIES_MAX,
    },
  },
});

function isRefusal(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status < 500;
}

presence.watch(document);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html without its root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <AppTheme>
        <RouterProvider router={makeRouter()} />
      </AppTheme>
    </QueryClientProvider>
  </StrictMode>,
);

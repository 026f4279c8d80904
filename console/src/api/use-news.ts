import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** What to ask anew when the hub says that something of this kind happened. */
const TOUCHED: Readonly<Record<string, readonly string[]>> = {
  overview: ['/api/v1/overview', '/api/v1/records', '/api/v1/deliveries'],
  backlog: ['/api/v1/overview'],
  run: ['/api/v1/runs', '/api/v1/records'],
  // A flow says how many of its records are held.
  exception: ['/api/v1/exceptions', '/api/v1/exceptions/counts', '/api/v1/flows'],
  delivery: ['/api/v1/deliveries'],
  reset: [
    ...['/api/v1/overview', '/api/v1/runs', '/api/v1/records', '/api/v1/exceptions'],
    ...['/api/v1/deliveries', '/api/v1/flows'],
  ],
};
/** News come in bursts while records pour in; readers need no more than this. */
const CALM_MS = 2_000;
/** Where the hub has no room for one more listener, or a proxy lets no stream through. */
const POLL_MS = 20_000;

/** Keeps what is on the screen true while it is looked at: the hub says what changed, and that is asked anew. */
export function useNews(): void {
  const client = useQueryClient();
  useEffect(() => {
    const told = new Set<string>();
    const timer = setInterval(() => refresh(client, told), CALM_MS);
    const poll = setInterval(() => source.readyState === EventSource.CLOSED && mark(told, 'reset'), POLL_MS);
    const source = new EventSource('/api/v1/events');
    for (const type of Object.keys(TOUCHED)) source.addEventListener(type, () => mark(told, type));
    return () => {
      clearInterval(timer);
      clearInterval(poll);
      source.close();
    };
  }, [client]);
}

function mark(told: Set<string>, type: string): void {
  for (const path of TOUCHED[type] ?? []) told.add(path);
}

/** Nobody looks at a hidden page, and asking for it would keep its session from growing idle. */
function refresh(client: QueryClient, told: Set<string>): void {
  if (document.hidden) return;
  for (const path of told) void client.invalidateQueries({ queryKey: [path] });
  told.clear();
}

import { createServer, type RequestListener } from 'node:http';
import type { Ending } from '#storage/testing/fresh-database.ts';

export interface LoopbackServer {
  readonly url: string;
  /** Who answers from now on. */
  answer(listener: RequestListener): void;
  close(): Promise<void>;
}

/** An HTTP server on a free loopback port; whoever answers may be changed while it runs. */
export async function loopbackServer(ending: Ending): Promise<LoopbackServer> {
  let answering: RequestListener = (_, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => answering(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  ending.after(close);
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    answer: (listener) => {
      answering = listener;
    },
    close,
  };
}

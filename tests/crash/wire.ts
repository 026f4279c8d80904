import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

export interface WireOptions {
  /** Where everything is passed on to. */
  readonly target: string;
  /** What arrives in place of what was sent. */
  readonly rewrite: (body: string) => string;
  /** Called with each service before the request is passed on; a wait here makes it late. */
  readonly arrived: (service: string) => Promise<void>;
  /** Called once the work is done and before the answer goes back. */
  readonly answered: (service: string) => void;
}

export interface Wire {
  /** The target's address, by way of the wire. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A wire between the hub and a target, on which one can see what passes. A request that is on its way arrives, even
 * when whoever sent it is gone.
 */
export async function startWire(options: WireOptions): Promise<Wire> {
  const target = new URL(options.target);
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, outgoing) => {
    outgoing.on('error', () => undefined);
    pass(options, { target, agent, incoming, outgoing }).catch(() => incoming.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    async close() {
      server.closeAllConnections();
      agent.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Passage {
  readonly target: URL;
  readonly agent: Agent;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

async function pass({ arrived, answered, rewrite }: WireOptions, passage: Passage): Promise<void> {
  const { incoming, outgoing } = passage;
  const service = /\.(\w+)\.common\.kdsvc$/.exec(incoming.url ?? '')?.[1] ?? '';
  const body = rewrite((await read(incoming)).toString('utf8'));
  await arrived(service);
  const answer = await forward(passage, body);
  const answerBody = await read(answer);
  answered(service);
  const { connection: _, 'transfer-encoding': __, ...headers } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 502, headers);
  outgoing.end(answerBody);
}

/** A connection that the target cuts rejects, and is cut on our side too. */
function forward({ target, agent, incoming }: Passage, body: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { host: _, 'content-length': __, ...others } = incoming.headers;
    const headers = { ...others, 'content-length': Buffer.byteLength(body) };
    const { hostname, port } = target;
    const options = {
      agent,
      hostname,
      port,
      path: incoming.url ?? '/',
      method: incoming.method ?? 'POST',
      headers,
    };
    request(options, resolve).once('error', reject).end(body);
  });
}

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

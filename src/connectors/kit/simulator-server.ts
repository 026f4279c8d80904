import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { RunningSimulator, SimulatorOptions } from './connector.ts';

export interface SimulatorRequest {
  readonly method: string;
  /** As sent, still percent-encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface SimulatorAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

type Faults = Readonly<Record<string, number>>;

/** True when the named fault strikes now; the simulator asks for faults of its own vendor this way. */
export type Strikes = (fault: string) => boolean;

export interface SimulatorServer {
  readonly options: SimulatorOptions;
  /** Does the work. What it changes must be done (and stored) when it returns. */
  answer(
    request: SimulatorRequest,
    strikes: Strikes,
    random: () => number,
  ): SimulatorAnswer | Promise<SimulatorAnswer>;
  readonly credentials: Readonly<Record<string, string>>;
  /** Path that `url` ends in, such as `/k3cloud/`. Default `/`. */
  readonly basePath?: string;
  /** Shapes the answer to `throttle-429`, `server-error-500` where a vendor has its own. */
  readonly transportAnswers?: Readonly<Record<string, SimulatorAnswer>>;
  close?(): void | Promise<void>;
}

/** Faults of the wire that every simulator has. */
export const TRANSPORT_FAULTS = {
  late: 'does the work, then answers after a long delay',
  'lost-answer': 'does the work, then cuts the connection',
  twice: 'does the work twice, as a proxy that repeats a request, and gives the second answer',
  'throttle-429': 'answers 429 with Retry-After and does nothing',
  'server-error-500': 'answers 500, in half of the cases after doing the work',
  'html-502': 'answers 502 with an HTML page and does nothing',
} as const;

const HTML_502 =
  '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';

const TRANSPORT_ANSWERS: Readonly<Record<string, SimulatorAnswer>> = {
  'throttle-429': { status: 429, headers: { 'retry-after': '1' }, body: 'Too Many Requests' },
  'server-error-500': { status: 500, body: 'Internal Server Error' },
  'html-502': { status: 502, headers: { 'content-type': 'text/html' }, body: HTML_502 },
};

/** Whoever drives a simulator from outside (a demo, a test) is not the client it troubles: no fault strikes here. */
const CONTROL_PATH = '/_simulator/';

/** Paths under which a test or a crash program talks to the simulator itself. */
const CONTROL = '/_simulator/';

const BODY_BYTES_MAX = 64 * 1024 * 1024;

/** A JSON answer; the shape nearly every vendor uses. */
export function jsonAnswer(
  value: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): SimulatorAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** The same sequence for the same seed, 0 ≤ x < 1, so that a failing run can be replayed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Listens on a loopback port and lets the faults of `options` strike before and after the simulator's own work. */
export async function startSimulatorServer(simulator: SimulatorServer): Promise<RunningSimulator> {
  const random = seededRandom(simulator.options.seed ?? 1);
  let faults = simulator.options.faults ?? {};
  const setFaults = (changed: Faults) => {
    faults = changed;
  };
  const strikes: Strikes = (fault) => random() < (faults[fault] ?? 0);
  const late = new Set<NodeJS.Timeout>();
  const server = createServer((incoming, outgoing) => {
    serve(simulator, { incoming, outgoing, strikes, random, late, setFaults }).catch((error: unknown) => {
      outgoing.writeHead(500, { 'content-type': 'text/plain' });
      outgoing.end(
        `simulator bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(simulator.options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}${simulator.basePath ?? '/'}`,
    credentials: simulator.credentials,
    setFaults,
    async close() {
      for (const timer of late) clearTimeout(timer);
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await simulator.close?.();
    },
  };
}

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly strikes: Strikes;
  readonly random: () => number;
  readonly late: Set<NodeJS.Timeout>;
  readonly setFaults: (faults: Faults) => void;
}

async function serve(simulator: SimulatorServer, exchange: Exchange): Promise<void> {
  const { incoming, outgoing, strikes, random, late } = exchange;
  const request = await readRequest(incoming);
  if (request.path.startsWith(CONTROL)) return write(outgoing, await control(simulator, exchange, request));
  if (request.path.startsWith(CONTROL_PATH)) {
    return write(outgoing, await simulator.answer(request, () => false, random));
  }
  const refused = strikeBefore(simulator, strikes, random);
  if (refused?.worked === false) return write(outgoing, refused.answer);
  let answer = await simulator.answer(request, strikes, random);
  if (strikes('twice')) answer = await simulator.answer(request, strikes, random);
  if (refused) return write(outgoing, refused.answer);
  if (strikes('lost-answer')) {
    incoming.socket.destroy();
    return;
  }
  if (!strikes('late')) return write(outgoing, answer);
  const timer = setTimeout(() => {
    late.delete(timer);
    write(outgoing, answer);
  }, simulator.options.lateMs ?? 3000);
  late.add(timer);
}

/** What only a simulator can do is never struck by a fault. `POST /_simulator/faults {"late":0.1}` is understood by all. */
async function control(
  simulator: SimulatorServer,
  { setFaults, random }: Exchange,
  request: SimulatorRequest,
): Promise<SimulatorAnswer> {
  if (request.path !== `${CONTROL}faults`) return await simulator.answer(request, () => false, random);
  const wanted: unknown = JSON.parse(request.body.toString('utf8'));
  setFaults(Object.fromEntries(Object.entries(wanted ?? {}).map(([fault, rate]) => [fault, Number(rate)])));
  return jsonAnswer({ done: 'faults' });
}

/** A fault that hides or prevents the answer; `worked` says whether the work is done all the same. */
function strikeBefore(simulator: SimulatorServer, strikes: Strikes, random: () => number) {
  for (const fault of ['throttle-429', 'html-502', 'server-error-500']) {
    if (!strikes(fault)) continue;
    const answer = simulator.transportAnswers?.[fault] ??
      TRANSPORT_ANSWERS[fault] ?? { status: 500, body: '' };
    return { answer, worked: fault === 'server-error-500' && random() < 0.5 };
  }
  return null;
}

async function readRequest(incoming: IncomingMessage): Promise<SimulatorRequest> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of incoming) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > BODY_BYTES_MAX) throw new Error('request body too large');
    chunks.push(part);
  }
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?', 2);
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(query),
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

function write(outgoing: ServerResponse, answer: SimulatorAnswer): void {
  outgoing.writeHead(answer.status ?? 200, {
    'content-type': 'text/plain; charset=utf-8',
    ...answer.headers,
  });
  outgoing.end(answer.body);
}

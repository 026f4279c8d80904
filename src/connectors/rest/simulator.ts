import type { Simulator } from '#connectors/kit/connector.ts';
import { openJournal } from '#connectors/kit/simulator-journal.ts';
import {
  jsonAnswer,
  type SimulatorAnswer,
  type SimulatorRequest,
  type Strikes,
  startSimulatorServer,
  TRANSPORT_FAULTS,
} from '#connectors/kit/simulator-server.ts';
import { AUTHS, CREDENTIALS, Gate } from './simulator/gate.ts';
import { openItems, parseItem } from './simulator/items.ts';
import { Ledger } from './simulator/ledger.ts';
import { Notes } from './simulator/notes.ts';
import { answerPage, PAGINGS } from './simulator/pages.ts';
import { rehearsalSettings } from './simulator/rehearsal.ts';

/**
 * A system with every kind of sign-on and paging: `/<auth>/<paging>/orders`, `/<auth>/notes/<id>`,
 * `/<auth>/vouchers`, `/oauth/token`, and `/_simulator/…` for whoever drives it.
 */
export const restSimulator: Simulator = {
  name: 'rest',
  faults: {
    ...TRANSPORT_FAULTS,
    'truncated-json': 'cuts a list in the middle',
    'duplicate-page': 'repeats the end of the page before',
    'stale-cursor': 'no longer knows a cursor that it gave out',
    'out-of-order': 'shuffles the items of a page',
  },
  async start(options) {
    const system = openSystem(options.store);
    const running = await startSimulatorServer({
      options,
      credentials: CREDENTIALS,
      answer: (request, strikes, random) => route(system, { request, strikes, random }),
      close: system.close,
    });
    return { ...running, credentials: { ...CREDENTIALS, tokenUrl: `${running.url}oauth/token` } };
  },
  rehearse: rehearsalSettings,
};

type System = ReturnType<typeof openSystem>;

function openSystem(store: string | undefined) {
  const items = openItems(store);
  const ledger = new Ledger(store);
  const notes = new Notes(openJournal(store, 'notes'));
  const close = () => {
    for (const part of [items, ledger, notes]) part.close();
  };
  return { gate: new Gate(), items, ledger, notes, close };
}

interface Asked {
  readonly request: SimulatorRequest;
  readonly strikes: Strikes;
  readonly random: () => number;
}

function route(system: System, asked: Asked): SimulatorAnswer {
  const { request } = asked;
  const [first = '', ...rest] = request.path.split('/').slice(1);
  if (first === '_simulator') return control(system, rest[0] ?? '', request);
  if (first === 'oauth') return system.gate.issueToken(request);
  const auth = AUTHS.find((name) => name === first);
  if (auth === undefined) return notFound(request);
  if (!system.gate.lets(auth, request)) return jsonAnswer({ message: 'not signed on' }, 401);
  return answerResource(system, rest, asked);
}

function answerResource(system: System, path: readonly string[], asked: Asked): SimulatorAnswer {
  const { request, strikes, random } = asked;
  const [resource = '', id = ''] = path;
  const paging = PAGINGS.find((name) => name === resource);
  if (paging !== undefined && id === 'orders') {
    return answerPage({
      paging,
      items: system.items,
      query: request.query,
      path: request.path,
      strikes,
      random,
    });
  }
  if (resource === 'notes' && id !== '') return system.notes.answer(decodeURIComponent(id), request);
  if (resource === 'bomb') return { body: '['.repeat(100_000) };
  if (resource !== 'vouchers') return notFound(request);
  return request.method === 'POST'
    ? system.ledger.create(request.body)
    : system.ledger.find(request.query.get('reference'));
}

function control(
  { gate, items, ledger, notes }: System,
  action: string,
  { body }: SimulatorRequest,
): SimulatorAnswer {
  switch (action) {
    case 'items': {
      const lines = body
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      items.put(lines.flatMap((line) => parseItem(line, new Date()) ?? []));
      return jsonAnswer({ taken: lines.length });
    }
    case 'revoke':
      gate.revoke();
      return jsonAnswer({});
    case 'expire-tokens':
      gate.expireTokens();
      return jsonAnswer({});
    case 'state':
      return jsonAnswer({
        items: items.list(null).map(({ id }) => id),
        vouchers: ledger.count(),
        notes: notes.all(),
        writes: notes.writes,
        tokensIssued: gate.issued,
      });
    default:
      return jsonAnswer({ message: 'items, revoke, expire-tokens, state' }, 404);
  }
}

function notFound({ path }: SimulatorRequest): SimulatorAnswer {
  return jsonAnswer({ message: `no ${path} here` }, 404);
}

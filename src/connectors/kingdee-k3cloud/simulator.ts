import type { RunningSimulator, Simulator, SimulatorOptions } from '#connectors/kit/connector.ts';
import { listAt } from '#connectors/kit/json.ts';
import {
  jsonAnswer,
  type SimulatorAnswer,
  type SimulatorRequest,
  seededRandom,
  startSimulatorServer,
  TRANSPORT_FAULTS,
} from '#connectors/kit/simulator-server.ts';
import { loadSeed } from './simulator/seed-file.ts';
import { answerCall, KINGDEE_FAULTS, type Office } from './simulator/services.ts';
import { CREDENTIALS, SignIn } from './simulator/sign-in.ts';
import { World } from './simulator/world.ts';

/** A Kingdee K3 Cloud data centre on a loopback port: its protocol, its states, its errors and its moods. */
export const kingdeeK3cloudSimulator: Simulator = {
  name: 'kingdee-k3cloud',
  faults: { ...TRANSPORT_FAULTS, ...KINGDEE_FAULTS },
  start,
  rehearse: ({ url, credentials }, own) => {
    const { acctId, userName, appId, appSecret } = credentials;
    return {
      ...own,
      serverUrl: url,
      signIn: 'app-secret',
      acctId,
      userName,
      appId,
      appSecret,
      bookNumber: '001',
    };
  },
};

async function start(options: SimulatorOptions): Promise<RunningSimulator> {
  const seed = loadSeed(options.seedFile);
  const world = new World(seed, options.store);
  const signIn = new SignIn(seed.sessionIdleMs, seededRandom((options.seed ?? 1) + 1));
  const office: Office = { world, signIn, now: () => Date.now() };
  return await startSimulatorServer({
    options,
    basePath: '/k3cloud/',
    credentials: { ...CREDENTIALS },
    close: () => world.close(),
    answer(request, strikes): SimulatorAnswer {
      if (request.path.startsWith('/_simulator/')) return control(office, request);
      if (request.method !== 'POST') return { status: 405, body: 'POST only' };
      const answer = answerCall(office, request, strikes);
      return typeof answer === 'string' ? { body: answer } : jsonAnswer(answer);
    },
  });
}

/** What only a simulator can do: `revoke`, `restore`, `end-sessions`, and `lock`/`unlock` of `{"ids":[…]}`. */
function control({ world, signIn }: Office, request: SimulatorRequest): SimulatorAnswer {
  const action = request.path.slice('/_simulator/'.length);
  const ids = listAt(parse(request.body.toString('utf8')), 'ids').map(Number);
  if (action === 'revoke' || action === 'restore') signIn.setRevoked(action === 'revoke');
  else if (action === 'end-sessions') signIn.endAll();
  else if (action === 'lock') for (const id of ids) world.locked.add(id);
  else if (action === 'unlock') for (const id of ids) world.locked.delete(id);
  else return jsonAnswer({ error: 'unknown action' }, 404);
  return jsonAnswer({ done: action });
}

function parse(text: string): unknown {
  return text === '' ? {} : JSON.parse(text);
}

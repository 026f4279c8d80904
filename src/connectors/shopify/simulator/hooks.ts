import { isRecord, textAt } from '#connectors/kit/json.ts';
import { openJournal } from '#connectors/kit/simulator-journal.ts';
import { jsonAnswer, type SimulatorAnswer, type SimulatorRequest } from '#connectors/kit/simulator-server.ts';
import { errorAnswer, NOT_FOUND } from './answers.ts';

export interface Hook {
  readonly id: number;
  readonly topic: string;
  readonly address: string;
}

const FIRST_ID = 4_759_306;

/** Who wants to be told of what. A simulator tells nobody outside of this machine. */
export class Hooks {
  readonly #hooks = new Map<number, Hook>();
  readonly #journal;
  #lastId = FIRST_ID;

  constructor(store: string | undefined) {
    this.#journal = openJournal(store, 'webhooks');
    for (const line of this.#journal.lines) {
      if (!isRecord(line)) continue;
      const hook = { id: Number(line.id), topic: textAt(line, 'topic'), address: textAt(line, 'address') };
      this.#lastId = Math.max(this.#lastId, hook.id);
      if (line.deleted === true) this.#hooks.delete(hook.id);
      else this.#hooks.set(hook.id, hook);
    }
  }

  for(topic: string): readonly Hook[] {
    return [...this.#hooks.values()].filter((hook) => hook.topic === topic);
  }

  answer(id: string | null, request: SimulatorRequest): SimulatorAnswer {
    if (id === 'count') return jsonAnswer({ count: this.#matching(request.query).length });
    if (id === null && request.method === 'GET')
      return jsonAnswer({ webhooks: this.#matching(request.query).map(shown) });
    if (id === null) return this.#create(request.body);
    const hook = this.#hooks.get(Number(id));
    if (hook === undefined) return NOT_FOUND;
    if (request.method !== 'DELETE') return jsonAnswer({ webhook: shown(hook) });
    this.#hooks.delete(hook.id);
    this.#journal.append([{ ...hook, deleted: true }]);
    return jsonAnswer({});
  }

  close(): void {
    this.#journal.close();
  }

  #matching(query: URLSearchParams): readonly Hook[] {
    const topic = query.get('topic');
    return [...this.#hooks.values()].filter((hook) => topic === null || hook.topic === topic);
  }

  #create(body: Buffer): SimulatorAnswer {
    const given: unknown = JSON.parse(body.toString('utf8'));
    const [topic, address] = [textAt(given, 'webhook', 'topic'), textAt(given, 'webhook', 'address')];
    if (topic === '') return errorAnswer(422, { topic: ["can't be blank"] });
    if (!isLoopback(address))
      return errorAnswer(422, { address: ['is not allowed: the simulator calls loopback only'] });
    if (this.for(topic).some((hook) => hook.address === address)) {
      return errorAnswer(422, { address: ['for this topic has already been taken'] });
    }
    this.#lastId += 1;
    const hook = { id: this.#lastId, topic, address };
    this.#hooks.set(hook.id, hook);
    this.#journal.append([hook]);
    return jsonAnswer({ webhook: shown(hook) }, 201);
  }
}

function shown({ id, topic, address }: Hook) {
  return { id, topic, address, format: 'json', fields: [], metafield_namespaces: [], api_version: '2024-04' };
}

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  return ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(address).hostname);
}

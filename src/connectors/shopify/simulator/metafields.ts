import { isRecord, textAt } from '#connectors/kit/json.ts';
import { openJournal } from '#connectors/kit/simulator-journal.ts';
import { jsonAnswer, type SimulatorAnswer, type SimulatorRequest } from '#connectors/kit/simulator-server.ts';
import { errorAnswer, NOT_FOUND } from './answers.ts';

interface Metafield {
  readonly id: number;
  readonly orderId: string;
  readonly namespace: string;
  readonly key: string;
  readonly value: string;
  readonly type: string;
  readonly at: string;
}

const FIRST_ID = 915_396_079;

/** Metafields of orders. Each change is a line of `metafields.ndjson`; a deleted one has the value null. */
export class Metafields {
  readonly #fields = new Map<number, Metafield>();
  readonly #journal;
  readonly #now: () => Date;
  #lastId = FIRST_ID;
  #writes = 0;

  constructor(store: string | undefined, now: () => Date) {
    this.#journal = openJournal(store, 'metafields');
    this.#now = now;
    for (const line of this.#journal.lines) this.#restore(line);
  }

  get writes(): number {
    return this.#writes;
  }

  /** Order → `namespace.key` → value. */
  all(): Readonly<Record<string, Readonly<Record<string, string>>>> {
    const orders: Record<string, Record<string, string>> = {};
    for (const { orderId, namespace, key, value } of this.#fields.values()) {
      orders[orderId] = { ...orders[orderId], [`${namespace}.${key}`]: value };
    }
    return orders;
  }

  /** Answers for one order; says whether anything changed. */
  answer(
    orderId: string,
    fieldId: string | null,
    { method, query, body }: SimulatorRequest,
  ): { readonly answer: SimulatorAnswer; readonly isChange: boolean } {
    if (fieldId === null && method === 'GET') return unchanged(this.#list(orderId, query));
    if (fieldId === null && method === 'POST') return this.#create(orderId, body);
    const field = this.#fields.get(Number(fieldId));
    if (field === undefined || field.orderId !== orderId) return unchanged(NOT_FOUND);
    if (method === 'GET') return unchanged(jsonAnswer({ metafield: shown(field) }));
    if (method === 'DELETE') return this.#delete(field);
    return this.#update(field, body);
  }

  close(): void {
    this.#journal.close();
  }

  #list(orderId: string, query: URLSearchParams): SimulatorAnswer {
    const fields = [...this.#fields.values()].filter(
      (field) =>
        field.orderId === orderId &&
        field.namespace === (query.get('namespace') ?? field.namespace) &&
        field.key === (query.get('key') ?? field.key),
    );
    return jsonAnswer({ metafields: fields.map(shown) });
  }

  #create(orderId: string, body: Buffer) {
    const given = parse(body);
    const [namespace, key] = [textAt(given, 'namespace'), textAt(given, 'key')];
    const missing = Object.fromEntries(
      ['namespace', 'key', 'value'].flatMap((name) =>
        textAt(given, name) === '' ? [[name, ["can't be blank"]]] : [],
      ),
    );
    if (Object.keys(missing).length > 0) return unchanged(errorAnswer(422, missing));
    const isTaken = [...this.#fields.values()].some(
      (field) => field.orderId === orderId && field.namespace === namespace && field.key === key,
    );
    if (isTaken)
      return unchanged(errorAnswer(422, { key: ['must be unique within this namespace on this resource'] }));
    this.#lastId += 1;
    const field = this.#keep({
      id: this.#lastId,
      orderId,
      namespace,
      key,
      value: textAt(given, 'value'),
      type: textAt(given, 'type'),
      at: this.#now().toISOString(),
    });
    return { answer: jsonAnswer({ metafield: shown(field) }, 201), isChange: true };
  }

  #update(field: Metafield, body: Buffer) {
    const value = textAt(parse(body), 'value');
    if (value === '') return unchanged(errorAnswer(422, { value: ["can't be blank"] }));
    const kept = this.#keep({ ...field, value, at: this.#now().toISOString() });
    return { answer: jsonAnswer({ metafield: shown(kept) }), isChange: true };
  }

  #delete(field: Metafield) {
    this.#fields.delete(field.id);
    this.#writes += 1;
    this.#journal.append([{ ...field, value: null, at: this.#now().toISOString() }]);
    return { answer: jsonAnswer({}), isChange: true };
  }

  #keep(field: Metafield): Metafield {
    this.#fields.set(field.id, field);
    this.#writes += 1;
    this.#journal.append([field]);
    return field;
  }

  #restore(line: unknown): void {
    if (!isRecord(line)) return;
    const id = Number(line.id);
    this.#lastId = Math.max(this.#lastId, id);
    if (line.value === null) this.#fields.delete(id);
    else {
      const text = (name: string) => textAt(line, name);
      const [orderId, namespace, key] = [text('orderId'), text('namespace'), text('key')];
      this.#fields.set(id, {
        id,
        orderId,
        namespace,
        key,
        value: text('value'),
        type: text('type'),
        at: text('at'),
      });
    }
  }
}

function unchanged(answer: SimulatorAnswer) {
  return { answer, isChange: false };
}

function shown({ id, orderId, namespace, key, value, type, at }: Metafield) {
  const owner = { owner_id: Number(orderId), owner_resource: 'order' };
  return { id, namespace, key, value, type, description: null, ...owner, created_at: at, updated_at: at };
}

function parse(body: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isRecord(value) ? value.metafield : null;
  } catch {
    return null;
  }
}

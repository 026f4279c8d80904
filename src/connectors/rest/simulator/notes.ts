import type { Journal } from '#connectors/kit/simulator-journal.ts';
import { jsonAnswer, type SimulatorAnswer, type SimulatorRequest } from '#connectors/kit/simulator-server.ts';

/** One remark for each order: where voucher numbers are written back to. */
export class Notes {
  readonly #journal: Journal;
  readonly #notes = new Map<string, string>();
  #writes = 0;

  constructor(journal: Journal) {
    this.#journal = journal;
    for (const line of journal.lines) {
      if (typeof line === 'object' && line !== null && 'orderId' in line && 'value' in line) {
        this.#notes.set(String(line.orderId), String(line.value));
      }
    }
  }

  /** How often anything was written since it started. */
  get writes(): number {
    return this.#writes;
  }

  all(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#notes);
  }

  answer(orderId: string, { method, body }: SimulatorRequest): SimulatorAnswer {
    if (method !== 'PUT') {
      const value = this.#notes.get(orderId);
      return value === undefined
        ? jsonAnswer({ message: 'no note' }, 404)
        : jsonAnswer({ code: 0, note: { value } });
    }
    const given: unknown = JSON.parse(body.toString('utf8'));
    const isNote = typeof given === 'object' && given !== null && 'value' in given;
    if (!isNote || typeof given.value !== 'string') return jsonAnswer({ message: 'value is required' }, 422);
    this.#writes += 1;
    this.#notes.set(orderId, given.value);
    this.#journal.append([{ orderId, value: given.value, at: new Date().toISOString() }]);
    return jsonAnswer({ code: 0 });
  }

  close(): void {
    this.#journal.close();
  }
}

import { openJournal } from '#connectors/kit/simulator-journal.ts';
import { jsonAnswer, type SimulatorAnswer } from '#connectors/kit/simulator-server.ts';

interface Entry {
  readonly id: string;
  readonly number: string;
  readonly reference: string;
  readonly lines: readonly unknown[];
}

/** A small ledger that vouchers are posted to. It takes a reference once and only what balances. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  readonly #journal;

  constructor(store: string | undefined) {
    this.#journal = openJournal(store, 'vouchers');
    for (const line of this.#journal.lines) {
      const entry = readEntry(line);
      if (entry !== null && 'id' in entry) this.#entries.set(entry.reference, entry);
    }
  }

  /** A reference it does not know finds nothing; without one it shows everything, as real systems do. */
  find(reference: string | null): SimulatorAnswer {
    const all = [...this.#entries.values()];
    return jsonAnswer({
      code: 0,
      data: all.filter((entry) => reference === null || entry.reference === reference),
    });
  }

  create(body: Buffer): SimulatorAnswer {
    const draft = parse(body);
    if (draft === null) return jsonAnswer({ message: 'reference and lines are required' }, 422);
    if (this.#entries.has(draft.reference)) return jsonAnswer({ message: 'reference already exists' }, 409);
    const difference = draft.lines.reduce<bigint>((sum, line) => sum + signedCents(line), 0n);
    if (difference !== 0n) return jsonAnswer({ message: 'voucher does not balance' }, 422);
    const number = this.#entries.size + 1;
    const entry = { ...draft, id: String(9000 + number), number: `V-${number}` };
    this.#entries.set(entry.reference, entry);
    this.#journal.append([entry]);
    return jsonAnswer({ code: 0, data: { id: entry.id, number: entry.number } }, 201);
  }

  /** How many vouchers carry each reference. */
  count(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#entries.keys()].map((reference) => [reference, 1]));
  }

  close(): void {
    this.#journal.close();
  }
}

function parse(body: Buffer): Omit<Entry, 'id' | 'number'> | null {
  try {
    return readDraft(JSON.parse(body.toString('utf8')));
  } catch {
    return null;
  }
}

function readDraft(value: unknown): Omit<Entry, 'id' | 'number'> | null {
  if (typeof value !== 'object' || value === null || !('reference' in value) || !('lines' in value))
    return null;
  if (typeof value.reference !== 'string' || !Array.isArray(value.lines)) return null;
  return { ...value, reference: value.reference, lines: value.lines };
}

function readEntry(line: unknown): Entry | null {
  const draft = readDraft(line);
  if (draft === null || !('id' in draft && 'number' in draft)) return null;
  return { ...draft, id: String(draft.id), number: String(draft.number) };
}

function signedCents(line: unknown): bigint {
  if (typeof line !== 'object' || line === null) return 0n;
  return ('debit' in line ? cents(line.debit) : 0n) - ('credit' in line ? cents(line.credit) : 0n);
}

function cents(amount: unknown): bigint {
  const text = String(amount);
  const [whole = '0', decimals = ''] = text.replace('-', '').split('.');
  const minor = BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0').slice(0, 2));
  return text.startsWith('-') ? -minor : minor;
}

import type { Checkpoint } from '#pipeline/audit/checkpoint.ts';
import type { MerkleLog } from '#pipeline/audit/merkle-log.ts';
import type { Found } from './verify-postings.ts';

/** Walks along the signed checkpoints while the tree of the log grows, and says where both part ways. */
export class SignedLog {
  readonly #checkpoints: AsyncIterator<Checkpoint>;
  readonly #found: Found;
  #next: Checkpoint | null = null;
  #begun = false;
  /** Up to how many entries the log is as it was signed; null once it was found not to be. */
  #good: bigint | null = 0n;
  compared = 0;
  last: Checkpoint | null = null;

  constructor(checkpoints: AsyncIterator<Checkpoint>, found: Found) {
    this.#checkpoints = checkpoints;
    this.#found = found;
  }

  /** Compares the checkpoints that speak of the log as long as it is now. Returns them. */
  async compare(log: MerkleLog): Promise<Checkpoint[]> {
    if (!this.#begun) await this.#advance();
    const reached: Checkpoint[] = [];
    while (this.#next !== null && this.#next.size <= log.size) {
      this.#compareOne(this.#next, log);
      reached.push(this.#next);
      await this.#advance();
    }
    return reached;
  }

  /** Those that speak of more entries than there are. */
  async rest(): Promise<Checkpoint[]> {
    if (!this.#begun) await this.#advance();
    const rest: Checkpoint[] = [];
    for (; this.#next !== null; await this.#advance()) rest.push(this.#next);
    return rest;
  }

  async #advance(): Promise<void> {
    this.#begun = true;
    const next = await this.#checkpoints.next();
    this.#next = next.done ? null : next.value;
  }

  /** The first difference is told; a tree that differs once differs for ever. */
  #compareOne(checkpoint: Checkpoint, log: MerkleLog): void {
    this.compared += 1;
    this.last = checkpoint;
    if (this.#good === null) return;
    const { size, root, sequence, at } = checkpoint;
    const isShorter = size < log.size;
    if (!isShorter && Buffer.compare(root, log.root()) === 0) {
      this.#good = size;
      return;
    }
    const entries = `${this.#good + 1n}–${size}`;
    this.#good = null;
    const params = { sequence: String(sequence), time: at.toISOString(), entries };
    // A later checkpoint of fewer entries than an earlier one was made after the log had been cut, or restored.
    const code = isShorter ? 'verify_audit_shortened' : 'verify_audit_rewritten';
    this.#found({ code, at: `checkpoint ${sequence}`, params });
  }
}

import type { Tx } from './database.ts';

/** Which entries of the audit log are wanted. What is absent does not limit. */
export interface AuditFilter {
  readonly actor?: string;
  /** The action begins with this: `exception.` is everything done to exceptions. */
  readonly action?: string;
  readonly subject?: string;
  readonly from?: Date | null;
  /** Not included. */
  readonly to?: Date | null;
}

export interface AuditRow {
  readonly entry_id: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

/** Newest first, those before `after`. */
export async function searchAudit(
  tx: Tx,
  filter: AuditFilter,
  { after, limit }: { after?: bigint; limit: number },
): Promise<AuditRow[]> {
  const asked = conditionsOf(filter);
  if (after !== undefined) asked.add((place) => `entry_id < ${place}`, after);
  return asked.run(tx, `order by entry_id desc limit ${limit}`);
}

/** Oldest first, those after `after` up to `until`: what an export reads page by page. */
export async function walkAudit(
  tx: Tx,
  filter: AuditFilter,
  { after, until, limit }: { after: bigint; until: bigint; limit: number },
): Promise<AuditRow[]> {
  const asked = conditionsOf(filter);
  asked.add((place) => `entry_id > ${place}`, after);
  asked.add((place) => `entry_id <= ${place}`, until);
  return asked.run(tx, `order by entry_id limit ${limit}`);
}

/** Only the conditions that are asked for, so that each combination is planned by the index that serves it. */
class Conditions {
  readonly #texts: string[] = [];
  readonly #values: unknown[] = [];

  add(text: (place: string) => string, value: unknown): void {
    this.#values.push(value);
    this.#texts.push(text(`$${this.#values.length}`));
  }

  run(tx: Tx, order: string): Promise<AuditRow[]> {
    const where = this.#texts.length > 0 ? `where ${this.#texts.join(' and ')}` : '';
    return tx.query<AuditRow>(`select * from audit_log ${where} ${order}`, this.#values);
  }
}

function conditionsOf({ actor, action, subject, from, to }: AuditFilter): Conditions {
  const asked = new Conditions();
  if (actor !== undefined) asked.add((place) => `actor = ${place}`, actor);
  if (subject !== undefined) asked.add((place) => `subject = ${place}`, subject);
  if (action !== undefined) {
    asked.add((place) => `action ~>=~ ${place}`, action);
    asked.add((place) => `action ~<~ ${place}`, `${action}\u{10ffff}`);
  }
  if (from) asked.add((place) => `at >= ${place}`, from);
  if (to) asked.add((place) => `at < ${place}`, to);
  return asked;
}

/** How many entries come before this one in the log, which is its place in the tree; null where there is no such entry. */
export async function placeOfEntry(tx: Tx, entryId: bigint): Promise<{ index: bigint; hash: Buffer } | null> {
  const [row] = await tx.query<{ index: bigint; hash: Buffer }>(
    `select (select count(*) from audit_log where entry_id < $1) as index, hash from audit_log where entry_id = $1`,
    [entryId],
  );
  return row ?? null;
}

/** The newest entry; 0 where there is none. */
export async function lastEntryId(tx: Tx): Promise<bigint> {
  const [row] = await tx.query<{ last: bigint }>('select coalesce(max(entry_id), 0) as last from audit_log');
  return row!.last;
}

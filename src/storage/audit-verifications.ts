import type { Tx } from './database.ts';

/** A verification that the hub was asked for. */
export interface VerificationRow {
  readonly verification_id: bigint;
  /** `failed`: the work broke off; what it found until then is not kept. */
  readonly state: 'running' | 'done' | 'failed';
  readonly started_by: string;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly progress: unknown;
  readonly result: unknown;
}

/** One of a process that died says nothing any more: it counts as failed. */
const SILENT = "heartbeat_at < now() - interval '2 minutes'";
const COLUMNS = `verification_id, started_by, started_at, finished_at, progress, result,
                 case when state = 'running' and ${SILENT} then 'failed' else state end as state`;

const LOCK = 0x76657269; // 'veri': one verification at a time.

/** Begins one, or gives the one that is under way. */
export async function beginVerification(tx: Tx, by: string): Promise<{ id: bigint; isNew: boolean }> {
  await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
  const [running] = await tx.query<{ id: bigint }>(
    `select verification_id as id from audit_verifications where state = 'running' and not (${SILENT}) limit 1`,
  );
  if (running) return { id: running.id, isNew: false };
  const [row] = await tx.query<{ id: bigint }>(
    'insert into audit_verifications (started_by) values ($1) returning verification_id as id',
    [by],
  );
  return { id: row!.id, isNew: true };
}

export async function keepVerificationProgress(tx: Tx, id: bigint, progress: unknown): Promise<void> {
  await tx.query(
    "update audit_verifications set progress = $2, heartbeat_at = now() where verification_id = $1 and state = 'running'",
    [id, JSON.stringify(progress)],
  );
}

export async function endVerification(
  tx: Tx,
  id: bigint,
  { state, result }: { state: 'done' | 'failed'; result: unknown },
): Promise<void> {
  await tx.query(
    'update audit_verifications set state = $2, result = $3, finished_at = now() where verification_id = $1',
    [id, state, JSON.stringify(result)],
  );
}

export async function findVerification(tx: Tx, id: bigint): Promise<VerificationRow | null> {
  const [row] = await tx.query<VerificationRow>(
    `select ${COLUMNS} from audit_verifications where verification_id = $1`,
    [id],
  );
  return row ?? null;
}

/** Newest first. */
export async function listVerifications(
  tx: Tx,
  { after, limit }: { after?: bigint; limit: number },
): Promise<VerificationRow[]> {
  return tx.query<VerificationRow>(
    `select ${COLUMNS} from audit_verifications where $1::int8 is null or verification_id < $1
      order by verification_id desc limit $2`,
    [after ?? null, limit],
  );
}

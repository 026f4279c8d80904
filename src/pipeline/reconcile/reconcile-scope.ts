import type { OpenConnection } from '#pipeline/connections.ts';
import type { Database } from '#storage/database.ts';
import type { PeriodRange } from '#storage/reconcile-reads.ts';

/** What one reconciliation works on. */
export interface ReconcileScope {
  readonly database: Database;
  readonly connectionId: number;
  readonly connection: OpenConnection;
  readonly range: PeriodRange;
  readonly signal: AbortSignal;
  readonly progress: (compared: number) => void;
}

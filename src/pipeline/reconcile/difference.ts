import type { Params } from '#core/trouble/trouble.ts';
import type { RepairKind } from '#storage/differences.ts';

export type DifferenceCode =
  /** Delivered, and not there any more. */
  | 'target_missing'
  /** There, and not as far as it should be. */
  | 'target_state_behind'
  /** There with another content, number or validity. */
  | 'target_changed'
  /** There more than once. */
  | 'target_duplicate'
  /** There under a key of ours that we never sent. */
  | 'target_unknown'
  /** The target's balance is not what the vouchers explain. */
  | 'balance_differs'
  /** Owed for too long, refused or given up. */
  | 'delivery_stuck'
  /** Collected, and nothing came of it: neither a document nor a reason. */
  | 'source_lost';

/** One thing on which source, book and target do not agree. */
export interface Difference {
  readonly code: DifferenceCode;
  readonly bookId: number;
  /** What it is about: a business key, `period account`, or `flow record`. */
  readonly key: string;
  readonly params: Params;
  readonly repair: RepairKind;
  /** The voucher delivery that a repair works on; the record that is to be replayed. */
  readonly deliveryId: bigint | null;
  readonly replay: { readonly flowId: number; readonly recordId: bigint } | null;
}

/**
 * The rule of each repair. What the target lost or left half done is sent again, which asks first. What stands there twice
 * is withdrawn and sent once. Wherever somebody may have decided something, a person looks: nothing is ever edited.
 */
export function decideRepair(
  code: DifferenceCode,
  { withdrawable, refused }: { withdrawable: boolean; refused: boolean },
): RepairKind {
  if (code === 'target_missing' || code === 'target_state_behind') return 'redeliver';
  if (code === 'delivery_stuck') return refused ? 'person' : 'redeliver';
  if (code === 'target_duplicate') return withdrawable ? 'withdraw_and_redeliver' : 'person';
  return code === 'source_lost' ? 'replay' : 'person';
}

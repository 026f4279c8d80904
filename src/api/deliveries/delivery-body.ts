import Type from 'typebox';
import type { Sight } from '#access/sight.ts';
import { Code, Finding, Id, orNull } from '#api/http/schemas.ts';
import type { Names } from '#api/names.ts';
import { DeliveryKind, DeliveryState, oneOf } from '#api/search/delivery-query.ts';
import type { Language } from '#core/trouble/message.ts';
import type { DeliveryRow } from '#storage/deliveries.ts';
import { toldError } from './told-error.ts';

export const DeliveryBody = Type.Object(
  {
    id: Id,
    book: Code,
    connection: orNull(Code),
    flow: orNull(Code),
    kind: DeliveryKind,
    businessKey: Type.String({ description: 'What the target is asked for before anything is sent again' }),
    voucherId: orNull(Id),
    documentId: orNull(Id),
    until: oneOf('saved', 'submitted', 'audited'),
    state: DeliveryState,
    targetState: oneOf('absent', 'saved', 'submitted', 'audited'),
    targetId: orNull(Type.String()),
    targetNumber: orNull(Type.String()),
    attempts: Type.Integer(),
    nextAttemptAt: Type.String(),
    error: orNull(Finding),
    createdAt: Type.String(),
    doneAt: orNull(Type.String()),
    stoppedAt: orNull(Type.String({ description: 'When it was last refused or given up' })),
  },
  { $id: 'Delivery' },
);

/** What a target answered may quote amounts and names, so it goes where any field is covered. */
export function deliveryBody(
  row: DeliveryRow,
  { names, sight: { isPlain }, language }: { names: Names; sight: Sight; language: Language },
) {
  return {
    id: String(row.delivery_id),
    book: names.book(row.book_id),
    connection: names.connection(row.connection_id),
    flow: names.flow(row.flow_id),
    kind: row.kind,
    businessKey: row.business_key,
    voucherId: row.voucher_id === null ? null : String(row.voucher_id),
    documentId: row.document_id === null ? null : String(row.document_id),
    until: row.until,
    state: row.state,
    targetState: row.target_state,
    targetId: row.target_id,
    targetNumber: row.target_number,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at.toISOString(),
    error: isPlain ? toldError(row.error, language) : null,
    createdAt: row.created_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
    stoppedAt: row.stopped_at?.toISOString() ?? null,
  };
}

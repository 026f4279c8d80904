import Type from 'typebox';
import { type Refusal, RefusalError } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { attemptsOf, type DeliveryRow, findDelivery, listDeliveries, redrive } from '#storage/deliveries.ts';
import { filterIds } from './filters.ts';
import { notFound, ok, trouble } from './http/answer.ts';
import { idPage, page } from './http/paging.ts';
import { defineRoute } from './http/route.ts';
import { Code, exactly, Id, orNull, Page, Problem, pageOf } from './http/schemas.ts';
import { loadNames, type Names } from './names.ts';

const oneOf = (...names: string[]) => Type.Union(names.map((name) => Type.Literal(name)));
const Kinds = oneOf('voucher', 'write-back', 'withdraw');
const States = oneOf('owed', 'sending', 'done', 'refused', 'dead', 'withdrawn');

const DeliveryBody = Type.Object(
  {
    id: Id,
    book: Code,
    connection: orNull(Code),
    kind: Kinds,
    businessKey: Type.String({ description: 'What the target is asked for before anything is sent again' }),
    voucherId: orNull(Id),
    documentId: orNull(Id),
    until: Type.String(),
    state: States,
    targetState: Type.String(),
    targetId: orNull(Type.String()),
    targetNumber: orNull(Type.String()),
    attempts: Type.Integer(),
    nextAttemptAt: Type.String(),
    error: orNull(Type.Unknown()),
    createdAt: Type.String(),
    doneAt: orNull(Type.String()),
  },
  { $id: 'Delivery' },
);

const DeliveryWithAttempts = Type.Object(
  {
    ...DeliveryBody.properties,
    history: Type.Array(
      Type.Object({
        startedAt: Type.String(),
        endedAt: Type.String(),
        outcome: Type.String(),
        detail: orNull(Type.Unknown()),
      }),
    ),
  },
  { $id: 'DeliveryWithAttempts' },
);

const tag = 'Deliveries';
const params = exactly({ delivery: Id });

export const getDeliveries = defineRoute({
  method: 'GET',
  path: '/deliveries',
  summary: 'List deliveries, newest first',
  tag,
  permission: 'deliveries:read',
  query: exactly({
    ...Page,
    connection: Type.Optional(Code),
    kind: Type.Optional(Kinds),
    state: Type.Optional(States),
  }),
  replies: { 200: pageOf(DeliveryBody) },
  async handle({ query, raw }, { database }) {
    const { limit, fetch } = idPage(query);
    const { kind, state } = query;
    const rows = await listDeliveries(database, {
      ...(await filterIds(database, query)),
      ...(kind === undefined ? {} : { kind }),
      ...(state === undefined ? {} : { state }),
      ...fetch,
    });
    const names = await loadNames(database);
    const item = (row: DeliveryRow) => deliveryBody(row, names);
    return ok(page(rows, { raw, limit, after: (row) => String(row.delivery_id), item }));
  },
});

export const getDelivery = defineRoute({
  method: 'GET',
  path: '/deliveries/{delivery}',
  summary: 'Get a delivery with every attempt',
  tag,
  permission: 'deliveries:read',
  params,
  replies: { 200: DeliveryWithAttempts, 404: Problem },
  async handle(asked, { database }) {
    const id = BigInt(asked.params.delivery);
    const row = await findDelivery(database, id);
    if (!row) return notFound('delivery', asked.params.delivery);
    const attempts = await attemptsOf(database, id);
    return ok({
      ...deliveryBody(row, await loadNames(database)),
      history: attempts.map(({ started_at, ended_at, outcome, detail }) => ({
        startedAt: started_at.toISOString(),
        endedAt: ended_at.toISOString(),
        outcome,
        detail,
      })),
    });
  },
});

export const redriveDelivery = defineRoute({
  method: 'POST',
  path: '/deliveries/{delivery}/redrive',
  summary: 'Put a refused or dead delivery back to work; the target is asked first',
  tag,
  permission: 'deliveries:redrive',
  params,
  replies: { 200: DeliveryBody, 404: Problem, 409: Problem },
  async change({ params: wanted, raw }, { tx }) {
    const id = BigInt(wanted.delivery);
    const row = await findDelivery(tx, id);
    if (!row) return notFound('delivery', wanted.delivery);
    if ((await redrive(tx, [id])) === 0) return trouble(notStopped(wanted.delivery, row));
    await audit(tx, { actor: raw.principal, action: 'delivery.redrive', subject: `delivery:${id}` });
    const after = await findDelivery(tx, id);
    if (!after) throw new RefusalError(notStopped(wanted.delivery, row));
    return ok(deliveryBody(after, await loadNames(tx)));
  },
});

function notStopped(id: string, { state }: DeliveryRow): Refusal {
  return { code: 'delivery_not_stopped', params: { id, state } };
}

function deliveryBody(row: DeliveryRow, names: Names) {
  return {
    id: String(row.delivery_id),
    book: names.book(row.book_id),
    connection: names.connection(row.connection_id),
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
    error: row.error,
    createdAt: row.created_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
  };
}

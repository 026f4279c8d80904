import Type from 'typebox';
import { filterIds } from '#api/filters.ts';
import { notFound, ok, trouble } from '#api/http/answer.ts';
import { page } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Finding, Id, orNull, Problem, pageOf } from '#api/http/schemas.ts';
import { markText } from '#api/http/sorted-page.ts';
import { loadNames } from '#api/names.ts';
import { DeliveryQuery, DeliveryState, deliveryFilter } from '#api/search/delivery-query.ts';
import { type Refusal, RefusalError } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { attemptsOf, type DeliveryRow, findDelivery, redrive } from '#storage/deliveries.ts';
import { type ListedDelivery, listDeliveries } from '#storage/delivery-list.ts';
import { DeliveryBody, deliveryBody } from './delivery-body.ts';
import { toldError } from './told-error.ts';

const DeliveryWithAttempts = Type.Object(
  {
    ...DeliveryBody.properties,
    history: Type.Array(
      Type.Object({
        startedAt: Type.String(),
        endedAt: Type.String(),
        outcome: DeliveryState,
        detail: orNull(Finding),
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
  summary: 'List deliveries, newest first unless sorted otherwise',
  tag,
  permission: 'deliveries:read',
  scope: 'list',
  query: DeliveryQuery,
  replies: { 200: pageOf(DeliveryBody), 400: Problem },
  async handle({ query, raw, sight }, { database }) {
    const filter = deliveryFilter(query, { ids: await filterIds(database, query), sight });
    const { limit } = filter.page;
    const rows = await listDeliveries(database, { ...filter, page: { ...filter.page, limit: limit + 1 } });
    const telling = { names: await loadNames(database), sight, language: raw.language };
    const item = (row: ListedDelivery) => deliveryBody(row, telling);
    const after = (row: ListedDelivery) => markText({ value: row.sort_value, id: row.delivery_id });
    return ok(page(rows, { raw, limit, after, item }));
  },
});

export const getDelivery = defineRoute({
  method: 'GET',
  path: '/deliveries/{delivery}',
  summary: 'Get a delivery with every attempt',
  tag,
  permission: 'deliveries:read',
  scope: 'named',
  params,
  replies: { 200: DeliveryWithAttempts, 404: Problem },
  async handle({ params: wanted, raw: { language }, sight }, { database }) {
    const id = BigInt(wanted.delivery);
    const row = await findDelivery(database, id);
    if (!row) return notFound('delivery', wanted.delivery);
    const attempts = await attemptsOf(database, id);
    return ok({
      ...deliveryBody(row, { names: await loadNames(database), sight, language }),
      history: attempts.map(({ started_at, ended_at, outcome, detail }) => ({
        startedAt: started_at.toISOString(),
        endedAt: ended_at.toISOString(),
        outcome,
        detail: sight.isPlain ? toldError(detail, language) : null,
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
  scope: 'named',
  params,
  replies: { 200: DeliveryBody, 404: Problem, 409: Problem },
  async change({ params: wanted, raw, sight }, { tx }) {
    const id = BigInt(wanted.delivery);
    const row = await findDelivery(tx, id);
    if (!row) return notFound('delivery', wanted.delivery);
    if ((await redrive(tx, [id])) === 0) return trouble(notStopped(wanted.delivery, row));
    await audit(tx, { actor: raw.principal, action: 'delivery.redrive', subject: `delivery:${id}` });
    const after = await findDelivery(tx, id);
    if (!after) throw new RefusalError(notStopped(wanted.delivery, row));
    return ok(deliveryBody(after, { names: await loadNames(tx), sight, language: raw.language }));
  },
});

function notStopped(id: string, { state }: DeliveryRow): Refusal {
  return { code: 'delivery_not_stopped', params: { id, state } };
}

import type { Access } from '#access/access.ts';
import type { Permission } from '#access/permissions.ts';
import type { Sight } from '#access/sight.ts';
import type { ApiContext } from '#api/api-context.ts';
import { seenAs } from '#api/find-flow.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import type { Tx } from '#storage/database.ts';
import { findException } from '#storage/exceptions.ts';
import {
  documentPlaces,
  type FlowPlace,
  findRecordPlace,
  findVoucherPlace,
  isDeliveryWithin,
  listFlowPlaces,
} from '#storage/places.ts';
import { findRun } from '#storage/runs.ts';

export interface Looking {
  readonly access: Access;
  readonly sight: Sight;
  readonly permission: Permission;
  /** The route changes something. */
  readonly isChange: boolean;
  readonly named: Readonly<Record<string, unknown>>;
  readonly context: Pick<ApiContext, 'database' | 'flows'>;
}

type Check = (looking: Looking, id: string) => Promise<boolean>;

/** By the name that paths and queries use: whether whoever asks may see the thing. The one place that finds its book. */
export const CHECKS: Readonly<Record<string, Check>> = {
  book: seesBook,
  voucher: seesVoucher,
  flow: seesFlow,
  connection: seesConnection,
  record: seesRecord,
  exception: seesException,
  run: seesRun,
  delivery: ({ sight, context }, id) => isDeliveryWithin(context.database, BigInt(id), sight.limits()),
};

/** Where something else is granted in the book, it is no secret that the book is there. */
async function seesBook({ access, sight, permission }: Looking, code: string): Promise<boolean> {
  if (sight.book(code)) return true;
  if (!access.knowsBook(code)) return false;
  throw new RefusalError({ code: 'forbidden', params: { permission, book: code } });
}

/** What documents are posted to is known without asking the database. */
async function seesFlow({ sight, context }: Looking, code: string): Promise<boolean> {
  const entry = await context.flows.find(code);
  if (entry?.published) return sight.flow(seenAs(entry.published));
  return someFlow(context.database, (flow) => flow.code === code && sight.flow(flow));
}

async function seesVoucher(
  { sight, named, context: { database: tx } }: Looking,
  id: string,
): Promise<boolean> {
  const place = await findVoucherPlace(tx, { book: String(named.book), voucherId: BigInt(id) });
  return place !== null && sight.entry(place);
}

/** A connection is seen by way of any flow that uses it, and changed only by whom all of them are granted. */
async function seesConnection(
  { sight, permission, isChange, context: { database: tx } }: Looking,
  code: string,
): Promise<boolean> {
  const flows = (await listFlowPlaces(tx)).filter(({ connections }) => connections.includes(code));
  const seen = flows.filter((flow) => sight.flow(flow));
  if (seen.length === 0) return false;
  if (!isChange || seen.length === flows.length) return true;
  throw new RefusalError({ code: 'forbidden', params: { permission, book: '' } });
}

async function seesRecord({ sight, context: { database: tx } }: Looking, id: string): Promise<boolean> {
  const record = await findRecordPlace(tx, BigInt(id));
  if (!record) return false;
  const isFrom = (flow: FlowPlace) =>
    flow.connection_id === record.connection_id && flow.record_kind === record.kind;
  if (await someFlow(tx, (flow) => isFrom(flow) && sight.traffic(flow))) return true;
  return (await documentPlaces(tx, BigInt(id))).some((document) => sight.entry(document));
}

async function seesException({ sight, context: { database: tx } }: Looking, id: string): Promise<boolean> {
  const exception = await findException(tx, BigInt(id));
  if (!exception) return false;
  return someFlow(tx, (flow) => flow.flow_id === exception.flow_id && sight.traffic(flow));
}

/** An import belongs to no flow, but to the connection it fills. */
async function seesRun({ sight, context: { database: tx } }: Looking, id: string): Promise<boolean> {
  const run = await findRun(tx, BigInt(id));
  if (!run) return false;
  const isOf = (flow: FlowPlace) =>
    run.flow_id === null ? flow.connection_id === run.connection_id : flow.flow_id === run.flow_id;
  return someFlow(tx, (flow) => isOf(flow) && sight.traffic(flow));
}

async function someFlow(tx: Tx, isMeant: (flow: FlowPlace) => boolean): Promise<boolean> {
  return (await listFlowPlaces(tx)).some(isMeant);
}

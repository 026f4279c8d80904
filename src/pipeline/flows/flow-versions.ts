import { compileFlow } from '#core/flows/compile-flow.ts';
import type { Flow } from '#core/flows/flow.ts';
import { parseFlow } from '#core/flows/parse-flow.ts';
import { type Refusal, RefusalError } from '#core/trouble/trouble.ts';
import { audit } from '#storage/audit-log.ts';
import { findBook } from '#storage/books.ts';
import { findConnection } from '#storage/connections.ts';
import type { Tx } from '#storage/database.ts';
import {
  addFlowVersion,
  type FlowRow,
  type FlowVersionRow,
  publishFlowVersion,
  saveFlow,
  scheduleFlow,
} from '#storage/flows.ts';
import { rehearsingAmong } from '#storage/rehearsals.ts';
import { nextPollAt, refuseTrigger } from './trigger.ts';

/** A flow as somebody wrote it: the YAML text and what it says. */
export interface WrittenFlow {
  readonly source: string;
  readonly definition: unknown;
  readonly by: string;
}

export type SavedFlow =
  | { readonly ok: true; readonly flow: FlowRow; readonly version: FlowVersionRow; readonly definition: Flow }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Saves a new version as a draft, or says everything that is wrong with it. Nothing runs under it yet. */
export async function saveFlowVersion(tx: Tx, written: WrittenFlow): Promise<SavedFlow> {
  const parsed = parseFlow(written.definition);
  if (!parsed.ok) return parsed;
  const definition = parsed.value;
  const book = await findBook(tx, definition.book);
  const connections = await missingConnections(tx, definition);
  const refusals = [
    ...(book ? [] : [{ code: 'book_unknown', at: 'book', params: { book: definition.book } }]),
    ...connections,
    ...refuseTrigger(definition.trigger),
  ];
  if (!book || refusals.length > 0) return { ok: false, refusals };
  const compiled = compileFlow(definition, { baseCurrency: book.base_currency });
  if (!compiled.ok) return compiled;
  const source = await findConnection(tx, definition.source.connection);
  const flow = await saveFlow(tx, {
    code: definition.flow,
    bookId: book.book_id,
    connectionId: source!.connection_id,
    kind: definition.source.kind,
  });
  const version = await addFlowVersion(tx, {
    flowId: flow.flow_id,
    definition: written.definition,
    source: written.source,
    createdBy: written.by,
  });
  await audit(tx, {
    actor: written.by,
    action: 'flow.save',
    subject: `flow:${flow.code}`,
    details: { version: version.version },
  });
  return { ok: true, flow, version, definition };
}

async function missingConnections(tx: Tx, flow: Flow): Promise<Refusal[]> {
  const named = [
    { at: 'source.connection', code: flow.source.connection },
    ...flow.targets.map(({ connection }, i) => ({ at: `targets[${i}].connection`, code: connection })),
    ...(flow.writeBack ?? []).map(({ connection }, i) => ({
      at: `writeBack[${i}].connection`,
      code: connection,
    })),
  ];
  const missing: Refusal[] = [];
  for (const { at, code } of named) {
    if (!(await findConnection(tx, code)))
      missing.push({ code: 'connection_unknown', at, params: { connection: code } });
  }
  return missing;
}

/** What a simulator sends must not get into a real book. */
async function requireRealSystems(tx: Tx, flow: Flow): Promise<void> {
  const book = await findBook(tx, flow.book);
  if (book?.rehearsal) return;
  const used = [flow.source, ...flow.targets, ...(flow.writeBack ?? [])].map(({ connection }) => connection);
  const [connection] = await rehearsingAmong(tx, used);
  if (connection === undefined) return;
  const params = { connection, flows: flow.flow };
  throw new RefusalError({ code: 'rehearsal_book_needed', params });
}

interface Publishing {
  readonly flow: FlowRow;
  readonly version: FlowVersionRow;
  readonly by: string;
  readonly now: Date;
  /** Why an earlier version is put in force again; absent for a version that is new. */
  readonly reason?: string;
}

/** From now on records come in under this version. What is already on the lane keeps the version it came with. */
export async function publishFlow(tx: Tx, publishing: Publishing): Promise<void> {
  const { flow, version, by, now, reason } = publishing;
  const parsed = parseFlow(version.definition);
  if (parsed.ok) await requireRealSystems(tx, parsed.value);
  await publishFlowVersion(tx, version.flow_version_id);
  await scheduleFlow(tx, flow.flow_id, parsed.ok ? nextPollAt(parsed.value.trigger, now) : null);
  await audit(tx, {
    actor: by,
    action: reason === undefined ? 'flow.publish' : 'flow.roll-back',
    subject: `flow:${flow.code}`,
    details: { version: version.version, ...(reason === undefined ? {} : { reason }) },
  });
}

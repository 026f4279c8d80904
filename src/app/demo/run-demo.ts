import { setTimeout as sleepFor } from 'node:timers/promises';
import { connectors } from '#app/connectors.ts';
import type { Services } from '#app/hub.ts';
import type { Language } from '#core/trouble/message.ts';
import { collectFlow } from '#pipeline/collect/collect-flow.ts';
import { importFile } from '#pipeline/collect/import-file.ts';
import { findConnection, saveCursor } from '#storage/connections.ts';
import type { Figures } from '#storage/figures.ts';
import { findFlow } from '#storage/flows.ts';
import { demoConnections } from './connections.ts';
import { loadCompany } from './load-company.ts';
import { DOING, progressText } from './progress.ts';
import { type Proof, runProof } from './prove.ts';
import { feedShop, type Stage } from './stage.ts';
import { type Summary, summarise } from './summary.ts';
import { watchUntilQuiet } from './watch.ts';

export interface DemoRun {
  readonly services: Services;
  readonly stage: Stage;
  readonly folder: string;
  readonly language: Language;
  readonly signal: AbortSignal;
  /** What a person sees while waiting. */
  readonly show: (text: string) => void;
}

export interface DemoOutcome {
  readonly summary: Summary;
  readonly proof: Proof;
}

/**
 * The main job, from the shop's first order to the proof. The shop is read while it goes on: refunds and orders come in
 * between, every order is read twice, and our own marks on the orders come back as changes that change nothing.
 */
export async function runDemo(run: DemoRun): Promise<DemoOutcome> {
  const { services, stage, folder, language, show } = run;
  const { database, secrets, now } = services;
  const bookId = await loadCompany(database, {
    company: stage.company,
    connections: demoConnections(stage.shop, stage.kingdee),
    connectors,
    seal: secrets.seal,
    now: now(),
  });
  await feedShop(stage.shop, stage.orders.first);
  await collectOrders(run);
  await importTills(run);
  await feedShop(stage.shop, stage.orders.second);
  await forgetCursor(run);
  await collectOrders(run);
  await watch(run);
  // Our marks have changed every order; this read shows that they change nothing for us.
  await collectOrders(run);
  const figures = await watch(run);
  show(DOING.proving[language]);
  const summary = await summarise(database, { bookId, figures, language });
  return { summary, proof: await runProof(folder) };
}

async function collectOrders({ services, signal, show, language }: DemoRun): Promise<void> {
  show(DOING.collecting[language]);
  const flow = await findFlow(services.database, 'shop-orders');
  if (!flow) throw new Error('bug: the company was loaded without its flow');
  await collectFlow(services, { flow, startedBy: 'demo', signal });
}

/** As if somebody wanted to be quite sure: the next read begins at the beginning and delivers everything once more. */
async function forgetCursor({ services: { database } }: DemoRun): Promise<void> {
  const shop = await findConnection(database, 'shop');
  if (shop) await saveCursor(database, shop.connection_id, { kind: 'order', cursor: null });
}

async function importTills({ services, stage, signal, show, language }: DemoRun): Promise<void> {
  for (const { connection: code, name, bytes } of stage.tills) {
    show(`${DOING.importing[language]} ${name}`);
    const connection = await findConnection(services.database, code);
    if (!connection) throw new Error(`bug: the company was loaded without its connection ${code}`);
    const source = { name, bytes: chunksOf(bytes) };
    const connectionId = connection.connection_id;
    await importFile(services, { connectionId, source, startedBy: 'demo', signal });
  }
}

const CHUNK_BYTES = 65_536;

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

function watch({ services, stage, signal, show, language }: DemoRun): Promise<Figures> {
  const marks = stage.orders.truth.reduce((sum, { vouchers }) => sum + vouchers.length, 0);
  const expected = { vouchers: marks + stage.tillVouchers, marks };
  return watchUntilQuiet({
    database: services.database,
    sleep: async (ms, stop) => sleepFor(ms, undefined, stop ? { signal: stop } : {}),
    signal,
    show: (figures) => show(progressText(figures, expected, language)),
  });
}

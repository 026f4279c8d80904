import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import Type from 'typebox';
import type { Tx } from '#storage/database.ts';
import { countDeliveries } from '#storage/deliveries.ts';
import { countOpenExceptions } from '#storage/exceptions.ts';
import { countWaiting } from '#storage/lane.ts';
import { ok } from './http/answer.ts';
import { defineRoute } from './http/route.ts';
import { loadNames } from './names.ts';

const processes = new Map<'process', Registry>();

export const getMetrics = defineRoute({
  method: 'GET',
  path: '/metrics',
  summary: 'Figures for Prometheus',
  tag: 'Operation',
  permission: 'metrics:read',
  scope: 'hub',
  gives: ['text/plain'],
  replies: { 200: Type.String() },
  async handle(_, { database }) {
    const business = await businessMetrics(database);
    const registry = Registry.merge([processRegistry(), business]);
    return ok(await registry.metrics(), { 'content-type': registry.contentType });
  },
});

/** Figures of this process: made when first asked for, since they watch it from then on. */
function processRegistry(): Registry {
  const known = processes.get('process');
  if (known) return known;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'tongzhang_' });
  processes.set('process', registry);
  return registry;
}

async function businessMetrics(tx: Tx): Promise<Registry> {
  const registry = new Registry();
  const registers = [registry];
  const names = await loadNames(tx);
  const waiting = new Gauge({
    name: 'tongzhang_lane_waiting',
    help: 'Records waiting to be posted',
    registers,
  });
  waiting.set(Number(await countWaiting(tx)));
  const held = new Gauge({
    name: 'tongzhang_exceptions_open',
    help: 'Open exceptions by finding code',
    labelNames: ['code'],
    registers,
  });
  for (const { code, n } of await countOpenExceptions(tx)) held.set({ code }, Number(n));
  const deliveries = new Gauge({
    name: 'tongzhang_deliveries',
    help: 'Deliveries by connection, kind and state',
    labelNames: ['connection', 'kind', 'state'],
    registers,
  });
  for (const { connection_id, kind, state, n } of await countDeliveries(tx)) {
    deliveries.set({ connection: names.connection(connection_id) ?? '', kind, state }, Number(n));
  }
  return registry;
}

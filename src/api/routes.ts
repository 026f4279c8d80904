import { getAccounts, putAccounts } from './accounts.ts';
import { getBalances, getTrialBalance } from './balances.ts';
import { createBook, getBook, getBooks } from './books.ts';
import { postBulk } from './bulk.ts';
import {
  createConnection,
  getConnection,
  getConnections,
  putConnection,
  testConnection,
} from './connections.ts';
import { getConnectors } from './connectors.ts';
import { getCrosswalk, getCrosswalks, putCrosswalk } from './crosswalks.ts';
import { getDeliveries, getDelivery, redriveDelivery } from './deliveries.ts';
import { getDimensions, getDimensionValues, putDimensionValues } from './dimensions.ts';
import { postDocument } from './documents.ts';
import { dryRunFlow } from './dry-run.ts';
import {
  dismiss,
  getException,
  getExceptionCounts,
  getExceptions,
  releaseException,
  replayException,
} from './exceptions.ts';
import {
  createFlowVersion,
  getFlow,
  getFlows,
  getFlowVersion,
  getFlowVersions,
  patchFlow,
  publishFlow,
} from './flows.ts';
import { health, ready } from './health.ts';
import { receiveHook } from './hooks.ts';
import type { Route } from './http/route.ts';
import { getMetrics } from './metrics.ts';
import { closePeriod, getPeriods, reopenPeriod } from './periods.ts';
import { getProblem } from './problems.ts';
import { getRates, putRates } from './rates.ts';
import { getRawRecord, getRecord, getRecords, getTrace, replayRecord } from './records.ts';
import { getRun, getRuns, replayRun, startRun } from './runs.ts';
import { getVoucher, getVouchers, reverseVoucher } from './vouchers.ts';

/** Everything under /api/v1, in the order of the reference. */
export const apiRoutes: readonly Route[] = [
  postDocument,
  postBulk,
  ...[getBooks, createBook, getBook],
  ...[getAccounts, putAccounts],
  ...[getDimensions, getDimensionValues, putDimensionValues],
  ...[getPeriods, closePeriod, reopenPeriod],
  ...[getRates, putRates],
  ...[getCrosswalks, getCrosswalk, putCrosswalk],
  getConnectors,
  ...[getConnections, createConnection, getConnection, putConnection, testConnection],
  ...[getFlows, createFlowVersion, getFlow, patchFlow],
  ...[getFlowVersions, getFlowVersion, publishFlow, dryRunFlow],
  ...[getRecords, getRecord, getRawRecord, getTrace, replayRecord],
  ...[getExceptions, getExceptionCounts, getException, releaseException, replayException, dismiss],
  ...[getVouchers, getVoucher, reverseVoucher],
  ...[getBalances, getTrialBalance],
  ...[getDeliveries, getDelivery, redriveDelivery],
  ...[getRuns, getRun, startRun, replayRun],
  getProblem,
];

/** Outside /api/v1 and for those with the token all the same. */
export const operationRoutes: readonly Route[] = [getMetrics];

/** Called by other systems, which prove themselves by signature. */
export const hookRoutes: readonly Route[] = [receiveHook];

/** What anybody may ask. */
export const openRoutes: readonly Route[] = [health, ready];

import { getCheckpoints } from './audit/checkpoints.ts';
import { getAudit } from './audit/entries.ts';
import { exportAudit } from './audit/export.ts';
import { getConsistencyProof, getInclusionProof } from './audit/proofs.ts';
import { getVerification, getVerifications, startVerification } from './audit/verifications.ts';
import { getAccounts, getAccountTree, putAccounts } from './books/accounts.ts';
import { getBalances } from './books/balances.ts';
import { createBook, getBook, getBooks } from './books/books.ts';
import { getDimensions, getDimensionValues, putDimensionValues } from './books/dimensions.ts';
import { getLedger } from './books/ledger.ts';
import { closePeriod, getPeriodChecklist, getPeriods, reopenPeriod } from './books/periods.ts';
import { getRates, putRates } from './books/rates.ts';
import { getTrialBalance } from './books/trial-balance.ts';
import { getVoucher, getVouchers, reverseVoucher } from './books/vouchers.ts';
import { createYear } from './books/years.ts';
import {
  changeClientSecret,
  createClient,
  deleteClient,
  getClient,
  getClients,
  patchClient,
} from './clients/clients.ts';
import { getConnectionHealth } from './connections/connection-health.ts';
import { lookUpConnection } from './connections/connection-lookup.ts';
import { pauseConnection, resumeConnection } from './connections/connection-pause.ts';
import { rehearseConnection } from './connections/connection-rehearsal.ts';
import { sampleConnection, sampleFile } from './connections/connection-samples.ts';
import {
  createConnection,
  getConnection,
  getConnections,
  putConnection,
  testConnection,
} from './connections/connections.ts';
import { getConnectors } from './connections/connectors.ts';
import { getDeliveries, getDelivery, redriveDelivery } from './deliveries/deliveries.ts';
import { correctException, getCorrections, revokeCorrection } from './exceptions/corrections.ts';
import { assignMany, dismissMany, releaseMany, replayMany } from './exceptions/exception-bulk.ts';
import { getExceptionHelp } from './exceptions/exception-help.ts';
import { tryException } from './exceptions/exception-trial.ts';
import { getAssignees, getComments, postComment, putAssignee } from './exceptions/exception-work.ts';
import {
  dismiss,
  getException,
  getExceptionCounts,
  getExceptions,
  releaseException,
  replayException,
} from './exceptions/exceptions.ts';
import { exportCrosswalk } from './exports/crosswalk.ts';
import { exportExceptions } from './exports/exceptions.ts';
import { exportLedger } from './exports/ledger.ts';
import { exportTrialBalance } from './exports/trial-balance.ts';
import { exportVouchers } from './exports/vouchers.ts';
import {
  getCrosswalkPair,
  getCrosswalkSuggestions,
  putCrosswalkPair,
  removeCrosswalkPair,
} from './flows/crosswalk-pairs.ts';
import { getCrosswalk, getCrosswalks, putCrosswalk } from './flows/crosswalks.ts';
import { dryRunFlow } from './flows/dry-run.ts';
import { compareFlowVersions } from './flows/flow-compare.ts';
import { getFlowDiff } from './flows/flow-diff.ts';
import { postFlowFile } from './flows/flow-files.ts';
import { previewFlowDraft } from './flows/flow-preview.ts';
import { getFlowSamples } from './flows/flow-samples.ts';
import { getFlowSchedule, patchFlowTrigger } from './flows/flow-schedule.ts';
import { getVocabulary, suggestFlowFields } from './flows/flow-suggest.ts';
import { fillFlowTemplate, getFlowTemplate, getFlowTemplates } from './flows/flow-templates.ts';
import { getFlowTrigger } from './flows/flow-trigger.ts';
import {
  createFlowVersion,
  getFlow,
  getFlows,
  getFlowVersion,
  getFlowVersions,
  patchFlow,
  publishFlow,
  rollBackFlow,
} from './flows/flows.ts';
import { health, ready } from './health.ts';
import { receiveHook } from './hooks.ts';
import type { Route } from './http/route.ts';
import { getEvents } from './live/events.ts';
import { getMetrics } from './metrics.ts';
import { getOverview } from './overview/overview.ts';
import { endAnySession, getSessions } from './people/all-sessions.ts';
import { getDuties, putDuties } from './people/duties.ts';
import { getDutyConflicts } from './people/duty-conflicts.ts';
import { deleteGrant, getGrants, postGrant } from './people/grants.ts';
import { createIdentity, getIdentities, removeIdentity } from './people/identities.ts';
import { createPerson, getPeople, getPerson, patchPerson } from './people/people.ts';
import {
  createPersonLink,
  endPersonSessions,
  getPersonSessions,
  resetFactors,
} from './people/people-access.ts';
import { deleteRole, getPermissions, getRoles, postRole, putRole } from './people/roles.ts';
import { getSignOnKinds } from './people/sign-on-kinds.ts';
import {
  createSignOnProvider,
  deleteSignOnProvider,
  getSignOnProvider,
  getSignOnProviders,
  putSignOnProvider,
  testSignOnProvider,
} from './people/sign-on-providers.ts';
import { getProblem } from './problems.ts';
import { postBulk } from './records/bulk.ts';
import { postDocument } from './records/documents.ts';
import { getRawRecord, getRecord, getRecords, getTrace, replayRecord } from './records/records.ts';
import { cancelRun, pauseRun, resumeRun } from './runs/change-run.ts';
import { getRun, getRuns, replayRun, startRun } from './runs/runs.ts';
import { endMySession, getMySessions, patchMe, putPassword } from './sign-in/me.ts';
import { confirmTotp, createRecoveryCodes, createTotp } from './sign-in/my-factors.ts';
import {
  changePasskey,
  createPasskey,
  getPasskeys,
  offerNewPasskey,
  removePasskey,
} from './sign-in/my-passkeys.ts';
import { postRedeemLink } from './sign-in/redeem-link.ts';
import {
  createSession,
  endSession,
  getSession,
  proveSession,
  showCode,
  spendRecoveryCode,
} from './sign-in/session.ts';
import { offerPasskeySignIn, showPasskeyToSignIn } from './sign-in/session-passkey.ts';
import { getSetUp, postSetUp } from './sign-in/set-up.ts';
import { endSignOn, finishSignOn, getSignOn, startSignOn } from './sign-in/sign-on.ts';
import {
  getWebhookMessage,
  getWebhookMessages,
  pingWebhook,
  replayWebhookMessage,
} from './webhooks/webhook-messages.ts';
import {
  createWebhook,
  deleteWebhook,
  getWebhook,
  getWebhooks,
  patchWebhook,
  renewWebhookSecret,
} from './webhooks/webhooks.ts';

/** Under /api/v1 and for those who are about to sign in. */
export const signInRoutes: readonly Route[] = [
  ...[getSetUp, postSetUp],
  ...[createSession, offerPasskeySignIn, showPasskeyToSignIn],
  postRedeemLink,
  ...[getSignOn, startSignOn, finishSignOn, endSignOn],
];

/** Everything else under /api/v1, in the order of the reference. */
export const apiRoutes: readonly Route[] = [
  ...[getOverview, getEvents],
  ...[getWebhooks, createWebhook, getWebhook, patchWebhook, deleteWebhook, renewWebhookSecret],
  ...[pingWebhook, getWebhookMessages, getWebhookMessage, replayWebhookMessage],
  postDocument,
  postBulk,
  ...[getBooks, createBook, getBook],
  ...[getAccounts, getAccountTree, putAccounts],
  ...[getDimensions, getDimensionValues, putDimensionValues],
  ...[getPeriods, createYear, getPeriodChecklist, closePeriod, reopenPeriod],
  ...[getRates, putRates],
  ...[getCrosswalks, getCrosswalk, putCrosswalk, getCrosswalkSuggestions],
  ...[getCrosswalkPair, putCrosswalkPair, removeCrosswalkPair],
  getConnectors,
  ...[getConnections, createConnection, getConnection, putConnection, testConnection],
  ...[getConnectionHealth, lookUpConnection, sampleConnection, sampleFile, rehearseConnection],
  ...[pauseConnection, resumeConnection],
  ...[getFlows, createFlowVersion, getFlow, patchFlow],
  ...[getFlowVersions, getFlowVersion, publishFlow, rollBackFlow, dryRunFlow, getFlowTrigger],
  ...[previewFlowDraft, compareFlowVersions, getFlowDiff, getFlowSchedule, patchFlowTrigger],
  ...[getFlowSamples, suggestFlowFields, getVocabulary],
  ...[getFlowTemplates, getFlowTemplate, fillFlowTemplate],
  ...[getRecords, getRecord, getRawRecord, getTrace, replayRecord],
  ...[
    getExceptions,
    getExceptionCounts,
    getAssignees,
    getException,
    releaseException,
    replayException,
    dismiss,
  ],
  ...[replayMany, releaseMany, dismissMany, assignMany],
  ...[getExceptionHelp, tryException, putAssignee, getComments, postComment],
  ...[correctException, getCorrections, revokeCorrection],
  ...[getVouchers, getVoucher, reverseVoucher],
  ...[getBalances, getTrialBalance, getLedger],
  ...[exportTrialBalance, exportLedger, exportVouchers, exportExceptions, exportCrosswalk],
  ...[getDeliveries, getDelivery, redriveDelivery],
  ...[getRuns, getRun, startRun, postFlowFile, replayRun, pauseRun, resumeRun, cancelRun],
  ...[getClients, createClient, getClient, patchClient, deleteClient, changeClientSecret],
  ...[getSession, showCode, spendRecoveryCode, proveSession, endSession],
  ...[patchMe, putPassword, createTotp, confirmTotp, createRecoveryCodes],
  ...[getPasskeys, offerNewPasskey, createPasskey, changePasskey, removePasskey],
  ...[getMySessions, endMySession],
  ...[getPeople, createPerson, getPerson, patchPerson],
  ...[createPersonLink, resetFactors, getPersonSessions, endPersonSessions],
  ...[getSessions, endAnySession],
  ...[getIdentities, createIdentity, removeIdentity],
  ...[getSignOnProviders, createSignOnProvider, getSignOnProvider, putSignOnProvider],
  ...[deleteSignOnProvider, testSignOnProvider, getSignOnKinds],
  ...[getPermissions, getRoles, postRole, putRole, deleteRole],
  ...[getGrants, postGrant, deleteGrant],
  ...[getDuties, putDuties, getDutyConflicts],
  ...[getAudit, exportAudit, getInclusionProof],
  ...[getCheckpoints, getConsistencyProof],
  ...[startVerification, getVerifications, getVerification],
  getProblem,
];

/** Outside /api/v1 and for those with the token all the same. */
export const operationRoutes: readonly Route[] = [getMetrics];

/** Called by other systems, which prove themselves by signature. */
export const hookRoutes: readonly Route[] = [receiveHook];

/** What anybody may ask. */
export const openRoutes: readonly Route[] = [health, ready];

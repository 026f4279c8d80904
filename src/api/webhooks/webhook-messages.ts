import Type from 'typebox';
import { accepted, notFound, ok, trouble } from '#api/http/answer.ts';
import { page } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { exactly, Id, Page, Problem, pageOf } from '#api/http/schemas.ts';
import { markedPage, markText } from '#api/http/sorted-page.ts';
import { audit } from '#storage/audit-log.ts';
import {
  attemptsOfMessage,
  findMessage,
  listMessages,
  type MessageRow,
  ping,
  replayMessage,
  WEBHOOK_EVENTS,
} from '#storage/webhook-messages.ts';
import { attemptBody, MessageBody, MessageState, MessageWithAttempts, messageBody } from './body.ts';
import { requireWebhook } from './find-webhook.ts';

const tag = 'Outgoing webhooks';
const params = exactly({ webhook: Id, message: Id });

export const pingWebhook = defineRoute({
  method: 'POST',
  path: '/webhooks/{webhook}/ping',
  summary: 'Send a message that says nothing but hello',
  tag,
  permission: 'webhooks:write',
  scope: 'own',
  params: exactly({ webhook: Id }),
  replies: { 202: Type.Object({ messageId: Id }), 404: Problem, 409: Problem },
  async change({ params: { webhook }, raw, sight }, { tx }) {
    const row = await requireWebhook(tx, webhook, { principal: raw.principal, sight });
    if (row.state !== 'active')
      return trouble({ code: 'webhook_not_active', params: { id: webhook, state: row.state } });
    const messageId = await ping(tx, row.endpoint_id);
    await audit(tx, { actor: raw.principal, action: 'webhook.ping', subject: `webhook:${webhook}` });
    return accepted({ messageId: String(messageId) });
  },
});

export const getWebhookMessages = defineRoute({
  method: 'GET',
  path: '/webhooks/{webhook}/messages',
  summary: 'List what was and is to be sent, newest first',
  tag,
  permission: 'webhooks:read',
  scope: 'own',
  params: exactly({ webhook: Id }),
  query: exactly({
    ...Page,
    state: Type.Optional(MessageState),
    type: Type.Optional(Type.Union([...WEBHOOK_EVENTS, 'ping'].map((event) => Type.Literal(event)))),
  }),
  replies: { 200: pageOf(MessageBody), 404: Problem },
  async handle({ params: { webhook }, query, raw, sight }, { database }) {
    const { endpoint_id: endpointId } = await requireWebhook(database, webhook, {
      principal: raw.principal,
      sight,
    });
    const { state, type } = query;
    const { limit, ...marked } = markedPage(query);
    const rows = await listMessages(database, {
      endpointId,
      ...(state === undefined ? {} : { state }),
      ...(type === undefined ? {} : { type }),
      page: { ...marked, limit: limit + 1 },
    });
    const after = (row: MessageRow) => markText({ value: String(row.message_id), id: row.message_id });
    return ok(page(rows, { raw, limit, after, item: (row) => messageBody(row, raw.language) }));
  },
});

export const getWebhookMessage = defineRoute({
  method: 'GET',
  path: '/webhooks/{webhook}/messages/{message}',
  summary: 'Get a message with every attempt',
  tag,
  permission: 'webhooks:read',
  scope: 'own',
  params,
  replies: { 200: MessageWithAttempts, 404: Problem },
  async handle({ params: { webhook, message }, raw, sight }, { database }) {
    const { endpoint_id: endpointId } = await requireWebhook(database, webhook, {
      principal: raw.principal,
      sight,
    });
    const row = await findMessage(database, { endpointId, messageId: BigInt(message) });
    if (!row) return notFound('message', message);
    const attempts = await attemptsOfMessage(database, row.message_id);
    const history = attempts.map((attempt) => attemptBody(attempt, raw.language));
    return ok({ ...messageBody(row, raw.language), history });
  },
});

export const replayWebhookMessage = defineRoute({
  method: 'POST',
  path: '/webhooks/{webhook}/messages/{message}/replay',
  summary: 'Send a message again, under the same id',
  tag,
  permission: 'webhooks:write',
  scope: 'own',
  params,
  replies: { 202: MessageBody, 404: Problem, 409: Problem },
  async change({ params: { webhook, message }, raw, sight }, { tx }) {
    const endpoint = await requireWebhook(tx, webhook, { principal: raw.principal, sight });
    const messageId = BigInt(message);
    const row = await findMessage(tx, { endpointId: endpoint.endpoint_id, messageId });
    if (!row) return notFound('message', message);
    const replayed = await replayMessage(tx, messageId);
    if (!replayed) return trouble({ code: 'webhook_being_sent', params: { id: message } });
    const subject = `webhook:${webhook}`;
    await audit(tx, { actor: raw.principal, action: 'webhook.replay', subject, details: { message } });
    return accepted(messageBody(replayed, raw.language));
  },
});

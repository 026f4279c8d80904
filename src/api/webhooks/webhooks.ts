import type { Sight } from '#access/sight.ts';
import { created, ok, trouble } from '#api/http/answer.ts';
import { etagOf, requireMatch } from '#api/http/etag.ts';
import { idPage, page } from '#api/http/paging.ts';
import { defineRoute, type RawRequest } from '#api/http/route.ts';
import { exactly, Id, Page, Problem, pageOf } from '#api/http/schemas.ts';
import { RefusalError } from '#core/trouble/trouble.ts';
import { newWebhookSecret } from '#pipeline/notify/sign.ts';
import { audit } from '#storage/audit-log.ts';
import {
  deleteEndpoint,
  type EndpointRow,
  insertEndpoint,
  listEndpoints,
  setEndpointSecret,
  updateEndpoint,
} from '#storage/webhook-endpoints.ts';
import { NewWebhook, WebhookBody, WebhookChanges, WebhookWithSecret, webhookBody } from './body.ts';
import { requireWebhook } from './find-webhook.ts';

const tag = 'Outgoing webhooks';
const params = exactly({ webhook: Id });
const BOTH_SECRETS_MS = 24 * 3_600_000;

export const getWebhooks = defineRoute({
  method: 'GET',
  path: '/webhooks',
  summary: 'List outgoing webhooks: all for whom everything is granted, else one’s own',
  tag,
  permission: 'webhooks:read',
  scope: 'own',
  query: exactly(Page),
  replies: { 200: pageOf(WebhookBody) },
  async handle({ query, raw, sight }, { database }) {
    const { limit, fetch } = idPage(query);
    const rows = await listEndpoints(database, { owner: sight.isUnlimited ? null : raw.principal, ...fetch });
    return ok(page(rows, { raw, limit, after: (row) => String(row.endpoint_id), item: webhookBody }));
  },
});

export const createWebhook = defineRoute({
  method: 'POST',
  path: '/webhooks',
  summary:
    'Have another system told of what happens, in Standard Webhooks form; the secret is shown this once',
  tag,
  permission: 'webhooks:write',
  scope: 'own',
  body: NewWebhook,
  replies: { 201: WebhookWithSecret, 422: Problem },
  async change({ body, raw, sight }, { tx, seal }) {
    const { title, events } = body;
    const { kind, id } = raw.access.principal;
    if (kind === 'system') return trouble({ code: 'webhook_without_owner' });
    const secret = newWebhookSecret();
    const row = await insertEndpoint(tx, {
      title,
      url: urlOf(body.url),
      events,
      books: booksOf(body.books ?? null, sight),
      secret: seal({ secret }),
      ownerKind: kind,
      ownerId: id,
      owner: raw.principal,
    });
    const { url, books } = row;
    await log(tx, { raw, action: 'create', row, details: { title, url, events, books } });
    const location = `/api/v1/webhooks/${row.endpoint_id}`;
    return { ...created({ ...webhookBody(row), secret }, { location }), ...forRepeats(row) };
  },
});

export const getWebhook = defineRoute({
  method: 'GET',
  path: '/webhooks/{webhook}',
  summary: 'Get an outgoing webhook',
  tag,
  permission: 'webhooks:read',
  scope: 'own',
  params,
  replies: { 200: WebhookBody, 404: Problem },
  async handle({ params: { webhook }, raw, sight }, { database }) {
    const row = await requireWebhook(database, webhook, { principal: raw.principal, sight });
    return ok(webhookBody(row), { etag: etagOf(webhookBody(row)) });
  },
});

export const patchWebhook = defineRoute({
  method: 'PATCH',
  path: '/webhooks/{webhook}',
  summary: 'Change an outgoing webhook, pause it, or switch it on again',
  tag,
  permission: 'webhooks:write',
  scope: 'own',
  params,
  body: WebhookChanges,
  replies: { 200: WebhookBody, 404: Problem, 412: Problem, 422: Problem },
  async change({ params: { webhook }, body, raw, sight }, { tx }) {
    const row = await requireWebhook(tx, webhook, { principal: raw.principal, sight });
    requireMatch(raw, webhookBody(row));
    const { state = row.state, books = row.books } = body;
    const after = await updateEndpoint(tx, row.endpoint_id, {
      title: body.title ?? row.title,
      url: body.url === undefined ? row.url : urlOf(body.url),
      events: body.events ?? row.events,
      books: body.books === undefined ? books : booksOf(body.books, sight),
      state: stateOf(state),
    });
    await log(tx, { raw, action: 'change', row, details: { ...body } });
    return ok(webhookBody(after), { etag: etagOf(webhookBody(after)) });
  },
});

export const deleteWebhook = defineRoute({
  method: 'DELETE',
  path: '/webhooks/{webhook}',
  summary: 'Delete an outgoing webhook with its messages; what waits is not sent',
  tag,
  permission: 'webhooks:write',
  scope: 'own',
  params,
  replies: { 200: WebhookBody, 404: Problem },
  async change({ params: { webhook }, raw, sight }, { tx }) {
    const row = await requireWebhook(tx, webhook, { principal: raw.principal, sight });
    await deleteEndpoint(tx, row.endpoint_id);
    await log(tx, { raw, action: 'delete', row, details: { url: row.url } });
    return ok(webhookBody(row));
  },
});

export const renewWebhookSecret = defineRoute({
  method: 'POST',
  path: '/webhooks/{webhook}/secret',
  summary: 'Replace the secret, shown this once; for 24 hours messages carry both signatures',
  tag,
  permission: 'webhooks:write',
  scope: 'own',
  params,
  replies: { 201: WebhookWithSecret, 404: Problem },
  async change({ params: { webhook }, raw, sight }, { tx, seal, now }) {
    const row = await requireWebhook(tx, webhook, { principal: raw.principal, sight });
    const secret = newWebhookSecret();
    const previousUntil = new Date(now().getTime() + BOTH_SECRETS_MS);
    await setEndpointSecret(tx, row.endpoint_id, { secret: seal({ secret }), previousUntil });
    await log(tx, { raw, action: 'renew-secret', row, details: {} });
    const after = await requireWebhook(tx, webhook, { principal: raw.principal, sight });
    return { ...created({ ...webhookBody(after), secret }), ...forRepeats(after) };
  },
});

/** Answers are stored for repeats, and a secret is not: whoever did not hear it has it replaced. */
function forRepeats(row: EndpointRow) {
  return { repeatBody: { ...webhookBody(row), secret: null } };
}

interface Logged {
  readonly raw: RawRequest;
  readonly action: string;
  readonly row: EndpointRow;
  readonly details: Readonly<Record<string, unknown>>;
}

function log(tx: Parameters<typeof audit>[0], { raw, action, row, details }: Logged): Promise<void> {
  const subject = `webhook:${row.endpoint_id}`;
  return audit(tx, { actor: raw.principal, action: `webhook.${action}`, subject, details });
}

/** Where the machine behind the name is allowed to be is judged whenever it is called, after the name was resolved. */
function urlOf(text: string): string {
  const url = URL.parse(text);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url && isWeb && url.username === '' && url.password === '') return url.href;
  throw new RefusalError({ code: 'webhook_url_invalid', at: 'body.url' });
}

function booksOf(books: readonly string[] | null, sight: Sight): readonly string[] | null {
  const unseen = books?.find((book) => !sight.book(book));
  if (unseen === undefined) return books;
  throw new RefusalError({ code: 'not_found', at: 'body.books', params: { kind: 'book', id: unseen } });
}

function stateOf(state: string): EndpointRow['state'] {
  return state === 'paused' || state === 'disabled' ? state : 'active';
}

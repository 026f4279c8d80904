import Type from 'typebox';
import {
  CLIENT_DEFAULTS,
  changeClient,
  deleteClient as dropClient,
  createClient as makeClient,
  rotateSecret,
  type WantedClient,
  type WithSecret,
} from '#access/change-clients.ts';
import { requireProof } from '#access/prove.ts';
import { requireWithinOwn } from '#access/require-within-own.ts';
import { created, notFound, type Outgoing, ok, trouble } from '#api/http/answer.ts';
import { etagOf, requireMatch } from '#api/http/etag.ts';
import { codePage, page } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { Code, exactly, Page, Problem, pageOf } from '#api/http/schemas.ts';
import type { Refusal } from '#core/trouble/trouble.ts';
import { type ClientRow, findClient, listClients } from '#storage/clients.ts';
import {
  ClientBody,
  ClientChange,
  ClientWithSecret,
  changedFacts,
  clientBody,
  NewClientBody,
} from './client-body.ts';

const tag = 'Clients';
const scope = 'hub';
const params = exactly({ client: Code });

export const getClients = defineRoute({
  method: 'GET',
  path: '/clients',
  summary: 'List API clients in order of their ids',
  tag,
  permission: 'clients:read',
  scope,
  query: exactly(Page),
  replies: { 200: pageOf(ClientBody) },
  async handle({ query, raw }, { database }) {
    const { limit, fetch } = codePage(query);
    const rows = await listClients(database, fetch);
    return ok(page(rows, { raw, limit, after: (row) => row.client_id, item: clientBody }));
  },
});

export const getClient = defineRoute({
  method: 'GET',
  path: '/clients/{client}',
  summary: 'Get an API client; its ETag serves If-Match',
  tag,
  permission: 'clients:read',
  scope,
  params,
  replies: { 200: ClientBody, 404: Problem },
  async handle({ params: { client: id } }, { database }) {
    const client = await findClient(database, id);
    return client ? ok(clientBody(client), { etag: tagOf(client) }) : notFound('client', id);
  },
});

export const createClient = defineRoute({
  method: 'POST',
  path: '/clients',
  summary: 'Create an API client; its secret is in this answer and nowhere else',
  tag,
  permission: 'clients:write',
  scope,
  body: NewClientBody,
  replies: { 201: ClientWithSecret, 403: Problem, 409: Problem, 422: Problem },
  async change({ body: { id, method, ...facts }, raw }, { tx, now, forgetClients }) {
    requireProof(raw.access, now());
    requireWithinOwn(raw.access, facts);
    const known = { ...CLIENT_DEFAULTS, name: facts.name, scopes: facts.scopes };
    const wanted: WantedClient = {
      ...changedFacts(known, facts),
      client_id: id,
      method: method ?? (facts.jwks ? 'private_key_jwt' : 'client_secret_basic'),
    };
    const made = await makeClient(tx, wanted, { by: raw.principal, now: now() });
    if (!made.ok) return refused(made.refusal);
    const { client } = made.value;
    const headers = { etag: tagOf(client), location: `${raw.path}/${client.client_id}` };
    const repeatBody = shown({ client, secret: null });
    return { ...created(shown(made.value), headers), repeatBody, committed: forgetClients };
  },
});

export const patchClient = defineRoute({
  method: 'PATCH',
  path: '/clients/{client}',
  summary: 'Change an API client; it holds from its next request, whatever tokens it has',
  tag,
  permission: 'clients:write',
  scope,
  params,
  body: ClientChange,
  replies: { 200: ClientBody, 403: Problem, 404: Problem, 412: Problem, 422: Problem },
  async change({ params: { client: id }, body, raw }, { tx, now, forgetClients }) {
    requireProof(raw.access, now());
    const client = await findClient(tx, id);
    if (!client) return notFound('client', id);
    requireMatch(raw, tagged(client));
    const change = { client, facts: changedFacts(client, body) };
    requireWithinOwn(raw.access, client);
    requireWithinOwn(raw.access, change.facts);
    const changed = await changeClient(tx, change, { by: raw.principal, now: now() });
    if (!changed.ok) return refused(changed.refusal);
    const headers = { etag: tagOf(changed.value) };
    return { ...ok(clientBody(changed.value), headers), committed: forgetClients };
  },
});

export const changeClientSecret = defineRoute({
  method: 'POST',
  path: '/clients/{client}/secret',
  summary: 'Give an API client a new secret, shown in this answer only; the old one is void',
  tag,
  permission: 'clients:write',
  scope,
  params,
  replies: { 200: ClientWithSecret, 403: Problem, 404: Problem, 422: Problem },
  async change({ params: { client: id }, raw }, { tx, now, forgetClients }) {
    requireProof(raw.access, now());
    const client = await findClient(tx, id);
    if (!client) return notFound('client', id);
    requireWithinOwn(raw.access, client);
    const changed = await rotateSecret(tx, id, { by: raw.principal });
    if (!changed.ok) return refused(changed.refusal);
    const repeatBody = shown({ ...changed.value, secret: null });
    return { ...ok(shown(changed.value)), repeatBody, committed: forgetClients };
  },
});

export const deleteClient = defineRoute({
  method: 'DELETE',
  path: '/clients/{client}',
  summary: 'Delete an API client with its tokens; its id stays taken',
  tag,
  permission: 'clients:write',
  scope,
  params,
  replies: { 204: Type.Null(), 403: Problem, 404: Problem, 412: Problem },
  async change({ params: { client: id }, raw }, { tx, now, forgetClients }) {
    requireProof(raw.access, now());
    const client = await findClient(tx, id);
    if (!client) return notFound('client', id);
    requireMatch(raw, tagged(client));
    await dropClient(tx, client, { by: raw.principal });
    return { status: 204, body: undefined, committed: forgetClients };
  },
});

function shown({ client, secret }: WithSecret) {
  return { client: clientBody(client), secret };
}

function refused({ at, ...refusal }: Refusal): Outgoing {
  return trouble({ ...refusal, ...(at === undefined ? {} : { at: `body.${at}` }) });
}

/** What an editor may overwrite by mistake; not when it last asked for a token. */
function tagged({ last_token_at: _, ...rest }: ClientRow) {
  return rest;
}

function tagOf(client: ClientRow): string {
  return etagOf(tagged(client));
}

import Type from 'typebox';
import type { Access } from '#access/access.ts';
import { requireProof } from '#access/prove.ts';
import { configureProvider, type ProviderToSave } from '#access/sign-on/configure-provider.ts';
import { diagnoseLdap } from '#access/sign-on/diagnose-ldap.ts';
import { diagnoseOidc } from '#access/sign-on/diagnose-oidc.ts';
import { allSettings, readProvider } from '#access/sign-on/provider.ts';
import { removeProvider, signOutByProvider } from '#access/sign-on/remove-provider.ts';
import type { ApiContext } from '#api/api-context.ts';
import { DiagnosisBody, diagnosisBody } from '#api/diagnosis-body.ts';
import { created, notFound, type Outgoing, ok, trouble } from '#api/http/answer.ts';
import { etagOf, requireMatch } from '#api/http/etag.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute, type RawRequest } from '#api/http/route.ts';
import { exactly, Problem, pageOf } from '#api/http/schemas.ts';
import type { Tx } from '#storage/database.ts';
import { countIdentities } from '#storage/identities.ts';
import { findSignOnProvider, listSignOnProviders, type SignOnProviderRow } from '#storage/sign-on.ts';
import {
  NewProvider,
  ProviderCode,
  ProviderFacts,
  SignOnProviderBody,
  signOnProviderBody,
} from './sign-on-provider-body.ts';

const tag = 'Single sign-on';
const permission = 'sign-on:write';
const scope = 'hub';
const params = exactly({ provider: ProviderCode });
const refusals = { 403: Problem, 422: Problem };

export const getSignOnProviders = defineRoute({
  method: 'GET',
  path: '/sign-on-providers',
  summary: 'List providers with their settings; secrets are masked',
  tag,
  permission,
  scope,
  replies: { 200: pageOf(SignOnProviderBody) },
  async handle({ raw }, context) {
    const rows = await listSignOnProviders(context.database);
    return ok(
      wholeList(await Promise.all(rows.map((row) => shown(context.database, context, { row, raw })))),
    );
  },
});

export const getSignOnProvider = defineRoute({
  method: 'GET',
  path: '/sign-on-providers/{provider}',
  summary: 'Get a provider; its ETag serves If-Match',
  tag,
  permission,
  scope,
  params,
  replies: { 200: SignOnProviderBody, 404: Problem },
  async handle({ params: { provider }, raw }, context) {
    const row = await findSignOnProvider(context.database, provider);
    if (!row) return missing(provider);
    return ok(await shown(context.database, context, { row, raw }), { etag: tagOf(row) });
  },
});

export const createSignOnProvider = defineRoute({
  method: 'POST',
  path: '/sign-on-providers',
  summary: 'Add a provider. What its groups grant takes roles:write as well',
  tag,
  permission,
  scope,
  body: NewProvider,
  replies: { ...refusals, 201: SignOnProviderBody, 409: Problem },
  async change({ body, raw }, context) {
    requireProof(raw.access, context.now());
    if (await findSignOnProvider(context.tx, body.code)) {
      return trouble({ code: 'already_exists', params: { kind: 'provider', id: body.code } });
    }
    requireRightToMap(raw.access, { was: [], is: body.mappings });
    return save({ ...body, known: null, by: raw.principal }, context, async (row) =>
      created(await shown(context.tx, context, { row, raw }), {
        etag: tagOf(row),
        location: `${raw.path}/${row.code}`,
      }),
    );
  },
});

export const putSignOnProvider = defineRoute({
  method: 'PUT',
  path: '/sign-on-providers/{provider}',
  summary: 'Change a provider; a masked secret stays as it was, unless the address changes',
  tag,
  permission,
  scope,
  params,
  body: exactly(ProviderFacts),
  replies: { ...refusals, 200: SignOnProviderBody, 404: Problem, 412: Problem },
  async change({ params: { provider: code }, body, raw }, context) {
    const { tx, now, unseal, sessions } = context;
    requireProof(raw.access, now());
    const before = await findSignOnProvider(tx, code);
    if (!before) return missing(code);
    requireMatch(raw, tagged(before));
    requireRightToMap(raw.access, { was: before.mappings, is: body.mappings });
    if (before.enabled && !body.enabled) await signOutByProvider(tx, removalOf(before, raw));
    const wanted = {
      ...body,
      code,
      kind: before.kind,
      known: allSettings(before, unseal),
      by: raw.principal,
    };
    return save(wanted, context, async (row) => ({
      ...ok(await shown(tx, context, { row, raw }), { etag: tagOf(row) }),
      committed: sessions.forget,
    }));
  },
});

export const deleteSignOnProvider = defineRoute({
  method: 'DELETE',
  path: '/sign-on-providers/{provider}',
  summary: 'Remove a provider, the identities it knew and what its groups granted; people stay',
  tag,
  permission,
  scope,
  params,
  replies: { 204: Type.Null(), 403: Problem, 404: Problem, 409: Problem, 412: Problem },
  async change({ params: { provider: code }, raw }, { tx, now, sessions }) {
    requireProof(raw.access, now());
    const row = await findSignOnProvider(tx, code);
    if (!row) return missing(code);
    requireMatch(raw, tagged(row));
    await removeProvider(tx, removalOf(row, raw));
    return { status: 204, body: undefined, committed: sessions.forget };
  },
});

export const testSignOnProvider = defineRoute({
  method: 'POST',
  path: '/sign-on-providers/{provider}/test',
  summary: 'Ask the provider, step by step, whether people could sign on there',
  tag,
  permission,
  scope,
  params,
  replies: {
    200: DiagnosisBody,
    404: Problem,
  },
  async handle({ params: { provider: code }, raw }, { database, unseal, signOn, signOnPorts: ports }) {
    const row = await findSignOnProvider(database, code);
    if (!row) return missing(code);
    const provider = readProvider(row, unseal);
    if (provider.kind === 'ldap')
      return ok(diagnosisBody(await diagnoseLdap(provider.settings, ports), raw.language));
    const redirectUri = signOn.redirectUri(code, raw.caller);
    return ok(diagnosisBody(await diagnoseOidc(provider.settings, { redirectUri, ports }), raw.language));
  },
});

type Mappings = ProviderToSave['mappings'];

/** A mapping is a grant to whoever is in the group. */
function requireRightToMap(
  access: Access,
  { was, is }: { readonly was: Mappings; readonly is: Mappings },
): void {
  if (JSON.stringify(was.map(asTuple)) !== JSON.stringify(is.map(asTuple))) access.require('roles:write');
}

function asTuple({ group, role, books }: Mappings[number]) {
  return [group, role, books];
}

async function save(
  wanted: ProviderToSave,
  { tx, seal, signOnPorts: { loopback } }: ApiContext & { readonly tx: Tx },
  good: (row: SignOnProviderRow) => Promise<Outgoing>,
): Promise<Outgoing> {
  const saved = await configureProvider(tx, wanted, { seal, loopback });
  if (saved.ok) return good(saved.value);
  const { at = '', params: evidence = {}, code } = saved.refusal;
  const place = at.startsWith('mappings') ? `body.${at}` : `body.settings.${at}`;
  return trouble({ code, at: place, params: evidence });
}

async function shown(
  tx: Tx,
  { unseal, signOn }: Pick<ApiContext, 'unseal' | 'signOn'>,
  { row, raw }: { readonly row: SignOnProviderRow; readonly raw: RawRequest },
) {
  return signOnProviderBody(row, {
    secrets: row.secrets ? Object.keys(unseal(row.secrets)) : [],
    redirectUri: signOn.redirectUri(row.code, raw.caller),
    identities: await countIdentities(tx, row.provider_id),
  });
}

function removalOf(row: SignOnProviderRow, { access, principal }: RawRequest) {
  return { row, by: principal, sessionId: access.principal.session?.sessionId ?? null };
}

function tagged({ provider_id, secrets, ...row }: SignOnProviderRow) {
  return [provider_id, row, secrets?.toString('base64') ?? null];
}

function tagOf(row: SignOnProviderRow): string {
  return etagOf(tagged(row));
}

function missing(code: string): Outgoing {
  return notFound('provider', code);
}

import Type from 'typebox';
import { settingsOf } from '#access/sign-on/provider.ts';
import { SettingBody, settingBodies } from '#api/connections/setting-body.ts';
import { ok } from '#api/http/answer.ts';
import { wholeList } from '#api/http/paging.ts';
import { defineRoute } from '#api/http/route.ts';
import { pageOf } from '#api/http/schemas.ts';
import { ProviderKind } from './sign-on-provider-body.ts';

/** Feeds the form in which a provider is added. */
export const getSignOnKinds = defineRoute({
  method: 'GET',
  path: '/sign-on-kinds',
  summary: 'List the kinds of providers with their settings',
  tag: 'Single sign-on',
  permission: 'sign-on:write',
  scope: 'common',
  replies: {
    200: pageOf(
      Type.Object({ kind: ProviderKind, settings: Type.Array(SettingBody) }, { $id: 'SignOnKind' }),
    ),
  },
  async handle() {
    const kinds = ['oidc', 'ldap'] as const;
    return ok(wholeList(kinds.map((kind) => ({ kind, settings: settingBodies(settingsOf(kind)) }))));
  },
});

import type { Setting } from '#connectors/kit/settings.ts';
import { defineSettings, type SettingsOf } from '#connectors/kit/settings-schema.ts';

const ISSUER_LENGTH_MAX = 500;

const fields = {
  issuer: {
    type: 'url',
    required: true,
    title: { zh: '签发者地址', en: 'Issuer', ja: '発行者' },
    help: {
      zh: '与其 /.well-known/openid-configuration 中的 issuer 完全一致',
      en: 'Exactly as `issuer` in its /.well-known/openid-configuration',
      ja: '/.well-known/openid-configuration の issuer と完全に同じもの',
    },
  },
  clientId: {
    type: 'text',
    required: true,
    title: { zh: '客户端标识', en: 'Client id', ja: 'クライアント ID' },
  },
  clientSecret: {
    type: 'secret',
    title: { zh: '客户端密钥', en: 'Client secret', ja: 'クライアント秘密鍵' },
  },
  clientAuthentication: {
    type: 'choice',
    choices: ['basic', 'post'],
    default: 'basic',
    title: { zh: '密钥的传递方式', en: 'How the secret is sent', ja: '秘密鍵の送り方' },
  },
  scopes: {
    type: 'text',
    default: 'openid profile email',
    title: { zh: '申请的范围', en: 'Scopes', ja: 'スコープ' },
  },
  loginClaim: {
    type: 'text',
    default: 'preferred_username',
    title: { zh: '登录名所在的声明', en: 'Claim of the login name', ja: 'ログイン名のクレーム' },
  },
  nameClaim: {
    type: 'text',
    default: 'name',
    title: { zh: '姓名所在的声明', en: 'Claim of the name', ja: '氏名のクレーム' },
  },
  groupsClaim: {
    type: 'text',
    default: 'groups',
    title: { zh: '组所在的声明', en: 'Claim of the groups', ja: 'グループのクレーム' },
    help: {
      zh: '可写路径，如 realm_access.roles',
      en: 'May be a path such as realm_access.roles',
      ja: 'realm_access.roles のようなパスも可',
    },
  },
  userInfo: {
    type: 'boolean',
    default: false,
    title: { zh: '同时读取 UserInfo', en: 'Also read UserInfo', ja: 'UserInfo も読む' },
  },
  amrValues: {
    type: 'list',
    default: ['mfa'],
    title: { zh: '代表双因素的 amr', en: 'amr values that mean two factors', ja: '二要素を表す amr' },
  },
  acrValues: {
    type: 'list',
    default: [],
    title: { zh: '代表双因素的 acr', en: 'acr values that mean two factors', ja: '二要素を表す acr' },
    help: {
      zh: '填写后登录时会向对方要求其中之一',
      en: 'When filled in, one of them is asked for',
      ja: '入力すると、そのいずれかを要求します',
    },
  },
  clockToleranceSeconds: {
    type: 'number',
    default: 30,
    min: 0,
    max: 300,
    title: { zh: '时钟容差（秒）', en: 'Clock tolerance (seconds)', ja: '時計のずれの許容（秒）' },
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** What an administrator fills in for an OpenID Connect provider. */
export const oidcSettings = defineSettings<typeof fields>(fields, ({ issuer, scopes }) => {
  if (/[?#]/.test(issuer) || issuer.length > ISSUER_LENGTH_MAX)
    return { code: 'setting_invalid', at: 'issuer', params: { why: 'https://…' } };
  if (!scopes.split(' ').includes('openid'))
    return { code: 'setting_invalid', at: 'scopes', params: { why: 'openid …' } };
  return null;
});

export type OidcSettings = SettingsOf<typeof fields>;

import type { Setting } from '#connectors/kit/settings.ts';
import { defineSettings, type SettingsOf } from '#connectors/kit/settings-schema.ts';
import type { Refusal } from '#core/trouble/trouble.ts';

const BASE_LENGTH_MAX = 500;

const fields = {
  url: {
    type: 'text',
    required: true,
    title: { zh: '目录地址', en: 'Address of the directory', ja: 'ディレクトリのアドレス' },
    help: {
      zh: 'ldaps://主机:636，或 ldap://主机:389（必须支持 StartTLS）',
      en: 'ldaps://host:636, or ldap://host:389, which must know StartTLS',
      ja: 'ldaps://ホスト:636、または StartTLS 対応の ldap://ホスト:389',
    },
  },
  ca: {
    type: 'text',
    multiline: true,
    title: { zh: 'CA 证书（PEM）', en: 'CA certificate (PEM)', ja: 'CA 証明書（PEM）' },
    help: {
      zh: '目录的证书由企业自己的 CA 签发时填写；填写后只信任它',
      en: 'For a directory whose certificate is of your own CA; then only that one is trusted',
      ja: '自社の CA の証明書を使う場合に入力。入力するとそれだけを信頼します',
    },
  },
  directory: {
    type: 'choice',
    choices: ['openldap', 'active-directory'],
    default: 'openldap',
    title: { zh: '目录类型', en: 'Kind of directory', ja: 'ディレクトリの種類' },
  },
  bindDn: {
    type: 'text',
    title: { zh: '查询账号', en: 'Account that searches', ja: '検索用アカウント' },
  },
  bindPassword: {
    type: 'secret',
    title: { zh: '查询账号的密码', en: 'Its password', ja: '検索用アカウントのパスワード' },
  },
  bindTemplate: {
    type: 'text',
    title: { zh: '绑定模板', en: 'Bind template', ja: 'バインドのテンプレート' },
    help: {
      zh: '没有查询账号时使用，如 uid={login},ou=people,dc=example,dc=org 或 {login}@corp.example',
      en: 'Instead of an account that searches: uid={login},ou=people,dc=example,dc=org or {login}@corp.example',
      ja: '検索用アカウントの代わり。例 uid={login},ou=people,dc=example,dc=org、{login}@corp.example',
    },
  },
  userBase: {
    type: 'text',
    required: true,
    title: { zh: '用户所在', en: 'Where people are', ja: '利用者の場所' },
  },
  userFilter: {
    type: 'text',
    title: { zh: '用户过滤条件', en: 'Filter of people', ja: '利用者のフィルター' },
    help: {
      zh: '{login} 处填入登录名；缺省按目录类型',
      en: '{login} stands for what was typed; by default as the kind of directory has it',
      ja: '{login} に入力値が入ります。既定は種類によります',
    },
  },
  subjectAttribute: {
    type: 'text',
    title: { zh: '唯一标识属性', en: 'Attribute that identifies', ja: '識別属性' },
    help: {
      zh: '必须永不变更、永不重用；缺省 entryUUID 或 objectGUID',
      en: 'Must never change and never be given away again; entryUUID or objectGUID by default',
      ja: '変わらず再利用されないもの。既定は entryUUID または objectGUID',
    },
  },
  loginAttribute: {
    type: 'text',
    title: { zh: '登录名属性', en: 'Attribute of the login', ja: 'ログイン名の属性' },
  },
  nameAttribute: { type: 'text', title: { zh: '姓名属性', en: 'Attribute of the name', ja: '氏名の属性' } },
  groupBase: {
    type: 'text',
    title: { zh: '组所在', en: 'Where groups are', ja: 'グループの場所' },
    help: {
      zh: '填写后在此处按成员查找组，组可按名称（cn）映射；留空则读用户的 memberOf，按完整 DN 映射',
      en: 'When filled in, groups are searched here by member and may be mapped by cn; else memberOf is read and mapped by whole DN',
      ja: '入力するとここでメンバーから検索し cn で対応付け可能。空なら memberOf を読み DN 全体で対応付け',
    },
  },
  groupFilter: {
    type: 'text',
    title: { zh: '组过滤条件', en: 'Filter of groups', ja: 'グループのフィルター' },
    help: {
      zh: '{dn} 与 {login} 处填入用户的 DN 与登录名；缺省按成员',
      en: '{dn} and {login} stand for the person; by member by default',
      ja: '{dn} と {login} に利用者の値が入ります。既定はメンバーによる',
    },
  },
  nestedGroups: {
    type: 'boolean',
    default: false,
    title: { zh: '包含嵌套组（AD）', en: 'Nested groups (AD)', ja: '入れ子のグループ（AD）' },
  },
  timeoutSeconds: {
    type: 'number',
    default: 10,
    min: 1,
    max: 30,
    title: { zh: '超时（秒）', en: 'Time-out (seconds)', ja: 'タイムアウト（秒）' },
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** What an administrator fills in for a directory. */
export const ldapSettings = defineSettings<typeof fields>(fields, problemOf);

export type LdapSettings = SettingsOf<typeof fields>;

function problemOf(settings: LdapSettings): Refusal | null {
  const { url, bindDn, bindPassword, bindTemplate, userFilter, nestedGroups, groupBase } = settings;
  if (!/^ldaps?:\/\/[^/@?#\s]+\/?$/i.test(url) || !URL.canParse(url)) return wrong('url', 'ldaps://host:636');
  if (settings.userBase.length > BASE_LENGTH_MAX) return wrong('userBase', `≤ ${BASE_LENGTH_MAX}`);
  // Exactly one way to find people; a service account without a password would be an anonymous bind.
  if ((bindDn === null) === (bindTemplate === null)) return wrong('bindDn', 'bindDn | bindTemplate');
  if (bindDn !== null && bindPassword === null) return wrong('bindPassword', '***');
  if (bindTemplate !== null && !bindTemplate.includes('{login}')) return wrong('bindTemplate', '{login}');
  if (userFilter !== null && !userFilter.includes('{login}')) return wrong('userFilter', '(uid={login})');
  if (nestedGroups && groupBase === null) return wrong('groupBase', 'nestedGroups');
  return null;
}

function wrong(at: string, why: string): Refusal {
  return { code: 'setting_invalid', at, params: { why } };
}

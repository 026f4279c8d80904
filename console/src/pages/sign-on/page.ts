import { IdcardOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const signOn = definePage({
  path: '/access/sign-on',
  title: words.title,
  permission: 'sign-on:write',
  menu: { group: 'administration', icon: IdcardOutlined },
  keywords: 'sso oidc ldap active directory 单点登录 目录 域 シングルサインオン',
  load: async () => (await import('./providers-page.tsx')).ProvidersPage,
});

export const newProvider = definePage({
  path: '/access/sign-on/new',
  title: words.add,
  permission: 'sign-on:write',
  load: async () => (await import('./new-provider-page.tsx')).NewProviderPage,
});

export const provider = definePage({
  path: '/access/sign-on/:provider',
  title: words.one,
  permission: 'sign-on:write',
  load: async () => (await import('./provider-page.tsx')).ProviderPage,
});

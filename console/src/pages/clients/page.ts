import { KeyOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const clients = definePage({
  path: '/access/clients',
  title: words.title,
  permission: 'clients:read',
  menu: { group: 'administration', icon: KeyOutlined },
  keywords: 'api oauth token secret 密钥 令牌 接口 トークン',
  load: async () => (await import('./clients-page.tsx')).ClientsPage,
});

export const newClient = definePage({
  path: '/access/clients/new',
  title: words.create,
  permission: 'clients:write',
  load: async () => (await import('./new-client-page.tsx')).NewClientPage,
});

export const client = definePage({
  path: '/access/clients/:client',
  title: words.one,
  permission: 'clients:read',
  load: async () => (await import('./client-page.tsx')).ClientPage,
});

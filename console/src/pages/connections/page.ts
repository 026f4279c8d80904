import { ApiOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const connections = definePage({
  path: '/connections',
  title: words.title,
  permission: 'connections:read',
  menu: { group: 'integration', icon: ApiOutlined },
  keywords: 'connectors systems erp shop 接入 系统 金蝶 webhook',
  load: async () => (await import('./connections-page.tsx')).ConnectionsPage,
});

export const newConnection = definePage({
  path: '/connections/new',
  title: words.connect,
  permission: 'connections:write',
  load: async () => (await import('./new-connection-page.tsx')).NewConnectionPage,
});

export const connection = definePage({
  path: '/connections/:connection',
  title: words.one,
  permission: 'connections:read',
  load: async () => (await import('./connection-page.tsx')).ConnectionPage,
});

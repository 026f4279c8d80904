import { DesktopOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const sessions = definePage({
  path: '/access/sessions',
  title: words.title,
  permission: 'people:read',
  menu: { group: 'administration', icon: DesktopOutlined },
  keywords: 'signed in devices logout 登录 设备 在线 端末',
  load: async () => (await import('./sessions-page.tsx')).SessionsPage,
});

import { DashboardOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const overview = definePage({
  path: '/overview',
  title: words.title,
  permission: 'overview:read',
  menu: { group: 'work', icon: DashboardOutlined },
  keywords: 'dashboard home 首页 仪表盘',
  load: async () => (await import('./overview-page.tsx')).OverviewPage,
});

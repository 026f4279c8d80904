import { AuditOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const duties = definePage({
  path: '/access/duties',
  title: words.title,
  permission: 'people:read',
  menu: { group: 'administration', icon: AuditOutlined },
  keywords: 'segregation of duties sod 内控 职责分离 職務分掌',
  load: async () => (await import('./duties-page.tsx')).DutiesPage,
});

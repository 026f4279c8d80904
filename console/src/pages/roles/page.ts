import { SafetyCertificateOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const roles = definePage({
  path: '/access/roles',
  title: words.title,
  permission: 'people:read',
  menu: { group: 'administration', icon: SafetyCertificateOutlined },
  keywords: 'permissions grants matrix 权限 授权 矩阵 権限',
  load: async () => (await import('./roles-page.tsx')).RolesPage,
});

export const role = definePage({
  path: '/access/roles/:role',
  title: words.one,
  permission: 'people:read',
  load: async () => (await import('./role-page.tsx')).RolePage,
});

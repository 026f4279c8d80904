import { TeamOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const people = definePage({
  path: '/access/people',
  title: words.title,
  permission: 'people:read',
  menu: { group: 'administration', icon: TeamOutlined },
  keywords: 'users accounts invite 用户 邀请 账号 ユーザー',
  load: async () => (await import('./people-page.tsx')).PeoplePage,
});

export const person = definePage({
  path: '/access/people/:person',
  title: words.one,
  permission: 'people:read',
  load: async () => (await import('./person-page.tsx')).PersonPage,
});

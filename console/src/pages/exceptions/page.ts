import { ExceptionOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const exceptions = definePage({
  path: '/exceptions',
  title: words.title,
  permission: 'exceptions:read',
  menu: { group: 'work', icon: ExceptionOutlined },
  keywords: 'errors held work list 待处理 问题 挂起 报错',
  load: async () => (await import('./exceptions-page.tsx')).ExceptionsPage,
});

export const exception = definePage({
  path: '/exceptions/:exception',
  title: words.one,
  permission: 'exceptions:read',
  load: async () => (await import('./exception-page.tsx')).ExceptionPage,
});

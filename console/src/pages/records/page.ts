import { FileSearchOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const records = definePage({
  path: '/records',
  title: words.title,
  permission: 'records:read',
  menu: { group: 'work', icon: FileSearchOutlined },
  keywords: 'orders documents search trace 订单 单据 查询 追溯 原始数据',
  load: async () => (await import('./records-page.tsx')).RecordsPage,
});

export const record = definePage({
  path: '/records/:record',
  title: words.one,
  permission: 'records:read',
  load: async () => (await import('./record-page.tsx')).RecordPage,
});

import { PlayCircleOutlined } from '@ant-design/icons';
import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const runs = definePage({
  path: '/runs',
  title: words.title,
  permission: 'runs:read',
  menu: { group: 'integration', icon: PlayCircleOutlined },
  keywords: 'jobs 任务 同步 进度',
  load: async () => (await import('./runs-page.tsx')).RunsPage,
});

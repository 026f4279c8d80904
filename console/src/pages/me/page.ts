import { definePage } from '#console/shell/page.ts';
import { words } from './words.ts';

export const me = definePage({
  path: '/me',
  title: words.title,
  permission: 'self',
  load: async () => (await import('./me-page.tsx')).MePage,
});
